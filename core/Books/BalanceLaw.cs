using System.Text.Json.Serialization;

namespace SpecialDelivery.Core.Books;

/// <summary>Two figures that must be equal, found on different ways.</summary>
/// <param name="Law">What is compared, in words.</param>
/// <param name="Left">The first figure.</param>
/// <param name="Right">The second one.</param>
public sealed record BalanceLaw(
    [property: JsonPropertyName("law")] string Law,
    [property: JsonPropertyName("left")] long Left,
    [property: JsonPropertyName("right")] long Right)
{
    /// <summary>Whether it holds.</summary>
    [JsonPropertyName("ok")]
    public bool Holds => Left == Right;

    /// <inheritdoc/>
    public override string ToString() => $"{(Holds ? "ok " : "RED")}  {Law}: {Left:N0} = {Right:N0}{(Holds ? "" : $", {Right - Left:+#,0;-#,0} apart")}";
}
