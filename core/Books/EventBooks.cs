namespace SpecialDelivery.Core.Books;

/// <summary>What each store says of the app events, asked one by one.</summary>
/// <param name="Topic">Records of the topic, by its offsets.</param>
/// <param name="Rows">Events in files.</param>
/// <param name="DistinctRows">Different records among them.</param>
/// <param name="Misplaced">Events in a folder of another hour.</param>
/// <param name="Late">Events in files that came too late to be counted.</param>
/// <param name="Quarantined">Different records of the topic among the dead letters.</param>
/// <param name="SearchableRows">Events in files whose month the index should hold, by type: none before what was dropped for its age, none while there is no index.</param>
/// <param name="Refused">Different events among the dead letters that the index would not take.</param>
/// <param name="Documents">Documents of the index, by type.</param>
/// <param name="Counted">Sum of the counts of all windows.</param>
public sealed record EventBooks(
    long Topic,
    long Rows,
    long DistinctRows,
    long Misplaced,
    long Late,
    long Quarantined,
    IReadOnlyDictionary<string, long> SearchableRows,
    long Refused,
    IReadOnlyDictionary<string, long> Documents,
    long Counted)
{
    /// <summary>The laws; all hold when nothing is missing, nothing twice and nothing in the wrong place.</summary>
    public IReadOnlyList<BalanceLaw> Laws =>
    [
        new("records of the topic = events in files + dead letters", Topic, Rows + Quarantined),
        new("events in files = different records among them", Rows, DistinctRows),
        new("events in the folder of another hour = none", Misplaced, 0),
        new("documents + events refused by the index = events in files of the months it keeps", Documents.Values.Sum() + Refused, SearchableRows.Values.Sum()),
        new("counts of all windows + late events = events in files", Counted + Late, Rows),
        .. SearchableRows.Keys.Union(Documents.Keys).Order(StringComparer.Ordinal)
            .Where(_ => Refused == 0)
            .Select(type => new BalanceLaw($"documents of type {type} = events of it in files", Documents.GetValueOrDefault(type), SearchableRows.GetValueOrDefault(type))),
    ];

    /// <summary>Whether all laws hold.</summary>
    public bool Balanced => Laws.All(law => law.Holds);
}
