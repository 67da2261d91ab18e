using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpecialDelivery.Cli.Demo;

/// <summary>The balance sheet at the end of the demo of app events: each figure comes from another place.</summary>
internal sealed record EventsSheet(
    [property: JsonPropertyName("world")] string World,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("posted")] long Posted,
    [property: JsonPropertyName("accepted")] long Accepted,
    [property: JsonPropertyName("rejected")] long Rejected,
    [property: JsonPropertyName("topic")] long Topic,
    [property: JsonPropertyName("files")] long Files,
    [property: JsonPropertyName("quarantined")] long Quarantined,
    [property: JsonPropertyName("documents")] long Documents,
    [property: JsonPropertyName("counted")] long Counted,
    [property: JsonPropertyName("late")] long Late,
    [property: JsonPropertyName("api_count")] long ApiCount,
    [property: JsonPropertyName("laws_hold")] bool LawsHold)
{
    /// <summary>Whether every event that was accepted is everywhere once.</summary>
    [JsonPropertyName("balanced")]
    public bool Balanced => LawsHold
        && Posted == Accepted + Rejected
        && Accepted == Topic
        && Topic == Files + Quarantined
        && Files == Documents
        && Files == Counted + Late
        && Files == ApiCount;

    /// <summary>As one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <inheritdoc/>
    public override string ToString() => $"""

        posted by apps        {Posted,12:N0}   = accepted + rejected {Rejected:N0}
        accepted by the API   {Accepted,12:N0}
        in the topic          {Topic,12:N0}
        in files              {Files,12:N0}   + quarantined {Quarantined:N0}
        in the index          {Documents,12:N0}
        counted in windows    {Counted,12:N0}   + late {Late:N0}
        counted by the API    {ApiCount,12:N0}
        {(Balanced ? "balanced: nothing lost, nothing twice" : "NOT BALANCED")}
        """;
}
