namespace SpecialDelivery.Api.Search;

/// <summary>Whether an answer counts everything it should.</summary>
/// <param name="Reasons">What may be missing, in words; none = complete.</param>
internal sealed record Completeness(IReadOnlyList<string> Reasons)
{
    public bool IsComplete => Reasons.Count == 0;
}
