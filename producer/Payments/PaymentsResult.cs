using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpecialDelivery.Producer.Payments;

/// <summary>What a run came to.</summary>
/// <param name="Sent">Records handed over.</param>
/// <param name="Acknowledged">Records the broker said it has.</param>
/// <param name="Counted">Records the topic grew by, from its end offsets before and after.</param>
/// <param name="Bytes">Bytes of the values.</param>
/// <param name="Anomalies">Records that stand out.</param>
/// <param name="Junk">Records that are junk.</param>
/// <param name="Seconds">From the first record to the last acknowledgement.</param>
/// <param name="CpuSeconds">Processor time of the producing processes.</param>
internal sealed record PaymentsResult(
    long Sent, long Acknowledged, long Counted, long Bytes, long Anomalies, long Junk, double Seconds, double CpuSeconds)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Records per second.</summary>
    public double PerSecond => Math.Round(Acknowledged / Math.Max(Seconds, 0.001));

    /// <summary>Mean size of a value, bytes.</summary>
    public double MeanBytes => Math.Round((double)Bytes / Math.Max(Sent, 1), 1);

    /// <summary>Processor seconds of the producer per million records.</summary>
    public double CpuSecondsPerMillion => Math.Round(CpuSeconds / Math.Max(Acknowledged, 1) * 1e6, 3);

    /// <summary>Whether the three counts agree.</summary>
    [JsonIgnore]
    public bool IsComplete => Sent == Acknowledged && Acknowledged == Counted;

    /// <summary>One line for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>A result from <see cref="ToJson"/>.</summary>
    public static PaymentsResult Parse(string json) =>
        JsonSerializer.Deserialize<PaymentsResult>(json, Options) ?? throw new JsonException("A producing process told nothing.");

    /// <summary>Lines for people.</summary>
    public override string ToString() =>
        $"""
        payments {Sent - Junk:N0}  anomalies among them {Anomalies:N0}  junk {Junk:N0}  {MeanBytes:0.0} B each
        sent {Sent:N0} {Sign(Sent, Acknowledged)} acknowledged {Acknowledged:N0} {Sign(Acknowledged, Counted)} counted by the broker {Counted:N0}  in {Seconds:N1} s  {PerSecond:N0}/s  {CpuSecondsPerMillion:0.00} CPU s per million
        """;

    private static char Sign(long a, long b) => a == b ? '=' : '≠';
}
