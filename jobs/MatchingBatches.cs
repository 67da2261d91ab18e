using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Recovery;
using SpecialDelivery.Jobs.Sinks;
using SpecialDelivery.Jobs.Steps;

namespace SpecialDelivery.Jobs;

/// <summary>What the matching job does with each batch.</summary>
/// <param name="settings">Rules and limits.</param>
/// <param name="checkpoint">The query's checkpoint folder.</param>
/// <param name="rebuild">Makes the book of an earlier run again.</param>
/// <param name="claims">The arbiter.</param>
/// <param name="results">The result topics.</param>
/// <param name="clock">The wall clock.</param>
/// <param name="report">Receives each batch's figures.</param>
internal sealed class MatchingBatches(
    MatchingSettings settings,
    string checkpoint,
    BookRebuild rebuild,
    IClaimStore claims,
    ResultTopics results,
    TimeProvider clock,
    Action<BatchReport> report)
{
    private readonly OrderBook _book = new(settings);
    private SparkCandidateSearch? _search;
    private BatchMatcher? _matcher;

    /// <summary>Handles a batch.</summary>
    /// <param name="batch">Its records.</param>
    /// <param name="id">Its number; the same records come under the same number after a crash.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public void Handle(DataFrame batch, long id, CancellationToken cancel)
    {
        Laps laps = new();
        if (_search is null || _matcher is null)
        {
            Begin(batch.SparkSession(), id, cancel);
            laps.Note("rebuild");
        }

        OrderIntake intake = new(_book, clock, settings.ClockSkew);
        IReadOnlyList<OrderRow> rows = OrderReading.Read(batch).CollectAs<OrderRow>();
        laps.Note("decode");
        foreach (OrderRow row in rows.OrderBy(r => !r.IsTrip).ThenBy(r => r.Partition).ThenBy(r => r.Offset))
        {
            row.Enter(intake);
        }

        _book.Advance(intake.Outcome.EventTime);
        IReadOnlyList<OpenTrip> departed = _book.Depart();
        IReadOnlyList<WaitingPackage> overdue = _book.Expire();
        laps.Note("fold");
        foreach ((string trip, IReadOnlyList<string> packages) in intake.Outcome.WithdrawnTrips)
        {
            claims.WithdrawTripAsync(trip, packages, cancel).GetAwaiter().GetResult();
        }

        claims.EndAsync([.. intake.Outcome.WithdrawnPackages.Select(p => p.Package.Id)], cancel).GetAwaiter().GetResult();
        IReadOnlyList<StandingClaim> carried = claims.ExpireAsync([.. overdue.Select(p => p.Package.Id)], cancel).GetAwaiter().GetResult();

        // What another matcher booked in time is not expired; that matcher publishes it.
        IReadOnlyList<WaitingPackage> expired = [.. overdue.ExceptBy(carried.Select(claim => claim.Package), p => p.Package.Id)];
        laps.Note("claims");
        _search!.BeginBatch(departed);
        laps.Note("table");
        BatchOutcome outcome = _matcher!.MatchAsync(id, cancel).GetAwaiter().GetResult();
        laps.Note("match");
        results.Write(id, intake.Outcome, expired, outcome.Matches, outcome.Unmatched, cancel);
        laps.Note("write");
        report(new BatchReport(id, intake.Outcome, outcome, expired.Count, _book.OpenTrips.Count, _book.Waiting.Count, laps));
    }

    private static SearchPlace BestSearch(SparkSession spark) =>
        spark.Conf().Get("spark.master").StartsWith("local", StringComparison.Ordinal) ? SearchPlace.Driver : SearchPlace.Spark;

    private void Begin(SparkSession spark, long id, CancellationToken cancel)
    {
        if (id > 0)
        {
            rebuild.Run(_book, Checkpoint.EndOf(spark, checkpoint, id - 1), before: id, cancel);
        }

        _search = new SparkCandidateSearch(spark, _book, settings);
        _matcher = new BatchMatcher(settings.Search == SearchPlace.Auto ? settings with { Search = BestSearch(spark) } : settings, _book, _search, claims);
    }
}
