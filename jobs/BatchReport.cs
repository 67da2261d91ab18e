using System.Text.Json;
using SpecialDelivery.Core.Matching;

namespace SpecialDelivery.Jobs;

/// <summary>A batch in figures.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Intake">What its records became.</param>
/// <param name="Outcome">What matching brought.</param>
/// <param name="Expired">Packages that ended at their deadline.</param>
/// <param name="Open">Open trips.</param>
/// <param name="Waiting">Waiting packages.</param>
/// <param name="Laps">Where the time went.</param>
internal sealed record BatchReport(
    long Id, IntakeOutcome Intake, BatchOutcome Outcome, int Expired, int Open, int Waiting, Laps Laps)
{
    /// <summary>Packages matched.</summary>
    public int Matched => Outcome.Matches.Count;

    /// <summary>One line for a program: a JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(new
    {
        batch = Id,
        records = Intake.Read,
        good = Intake.Good,
        dead_letters = Intake.DeadLetters.Count,
        matched = Matched,
        expired = Expired,
        waiting = Waiting,
        open = Open,
        conflicts = Outcome.Conflicts,
        seconds = Laps.Total.TotalSeconds,
        steps = Laps.Seconds,
    });

    /// <summary>One line for the operator.</summary>
    public override string ToString() =>
        $"batch {Id}: {Intake.Read} records ({Intake.Good} good, {Intake.Repeated} repeated, {Intake.Late} late, {Intake.DeadLetters.Count} dead), "
        + $"{Matched} matched, {Expired} expired, {Waiting} waiting, {Open} trips open, {Outcome.Conflicts} conflicts; "
        + $"{Matched / Math.Max(Laps.Total.TotalSeconds, 0.001):0} matched/s ({Laps.Total.TotalSeconds:0.00} s: {Laps}; {Outcome.Passes} searches, {Outcome.Candidates} candidates)";
}
