using SpecialDelivery.Core.AppEvents;

namespace SpecialDelivery.Api.Ingest;

/// <summary>The events of one request, judged.</summary>
/// <param name="Events">In the order in which they were sent.</param>
/// <param name="IsSingle">Whether the body was one event, not a list.</param>
internal sealed record EventBatch(IReadOnlyList<AppEventOutcome> Events, bool IsSingle)
{
    // All faults of ten thousand bad events would be an answer of tens of megabytes.
    private const int MaxFaultsTold = 2_000;

    /// <summary>How many may be stored.</summary>
    public int Good => Events.Count(each => each.Event is not null);

    /// <summary>What is stored.</summary>
    public IReadOnlyList<byte[]> Values() => [.. Events.Where(each => each.Event is not null).Select(each => AppEventJson.ToBytes(each.Event!))];

    /// <summary>What becomes of each event.</summary>
    /// <param name="rejectedOnly">Whether to leave out the accepted ones.</param>
    public IReadOnlyList<EventResult> Results(bool rejectedOnly)
    {
        List<EventResult> results = [];
        int told = 0;
        for (int i = 0; i < Events.Count; i++)
        {
            IReadOnlyList<AppEventFault> faults = Events[i].Faults;
            if (faults.Count > 0)
            {
                results.Add(new(i, EventResult.Rejected, [.. told < MaxFaultsTold ? faults : faults.Take(1)]));
                told += faults.Count;
            }
            else if (!rejectedOnly)
            {
                results.Add(new(i, EventResult.Accepted, null));
            }
        }

        return results;
    }
}
