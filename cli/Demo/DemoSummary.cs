using System.Text.Json;
using System.Text.Json.Serialization;
using SpecialDelivery.Core.Books;

namespace SpecialDelivery.Cli.Demo;

/// <summary>What a demo showed; all figures but the conflicts are recounted from the topics.</summary>
internal sealed record DemoSummary(
    string World,
    double Seconds,
    int Trips,
    int Packages,
    int Matched,
    int Waiting,
    int Expired,
    double MatchedPerSecond,
    double? AddedKmMean,
    double? AddedKmP95,
    double? MatchMsP50,
    double? MatchMsP95,
    long ClaimConflicts,
    int DeadLetters,
    int DoubleBookings,
    int Overruns)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Packages that their senders withdrew.</summary>
    [JsonIgnore]
    public int Withdrawn { get; private init; }

    /// <summary>Documents in index <c>matches</c>.</summary>
    [JsonIgnore]
    public long Documents { get; init; }

    /// <summary>The summary of a recount.</summary>
    public static DemoSummary Of(string world, TimeSpan time, long conflicts, RecountResult books) => new(
        world,
        Math.Round(time.TotalSeconds, 1),
        books.Trips,
        books.Packages,
        books.Matched,
        books.Waiting,
        books.Expired,
        Math.Round(books.Matched / time.TotalSeconds, 1),
        Round(books.MeanAddedKilometres, 2),
        Round(books.P95AddedKilometres, 2),
        Round(books.P50TimeToMatchMilliseconds, 0),
        Round(books.P95TimeToMatchMilliseconds, 0),
        conflicts,
        books.DeadLetters,
        books.DoubleBookings,
        books.SpaceOverruns + books.DetourOverruns)
    {
        Withdrawn = books.Withdrawn,
    };

    /// <summary>One line for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>A page for people.</summary>
    public override string ToString() => $"""

        {World}, {Seconds:0.0} s of events
          trips              {Trips,10:N0}
          packages           {Packages,10:N0}   = matched {Matched:N0} + waiting {Waiting:N0} + expired {Expired:N0} + withdrawn {Withdrawn:N0}
          matched per second {MatchedPerSecond,10:N1}
          added driving      {AddedKmMean,10:N1} km mean, {AddedKmP95:N1} km p95
          time to match      {MatchMsP50 / 1000,10:N1} s p50, {MatchMsP95 / 1000:N1} s p95 (wall clock since it was sent)
          claim conflicts    {ClaimConflicts,10:N0}
          dead letters       {DeadLetters,10:N0}
          double bookings    {DoubleBookings,10:N0}
          overruns           {Overruns,10:N0}   (space and detour, recounted from the topics)
          in the index       {Documents,10:N0} matches
        """;

    private static double? Round(double? value, int digits) => value is { } number ? Math.Round(number, digits) : null;
}
