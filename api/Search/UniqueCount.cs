namespace SpecialDelivery.Api.Search;

/// <summary>How many different values a detail of the matching events has.</summary>
/// <param name="Param">The detail's name.</param>
/// <param name="Count">How many values.</param>
/// <param name="Estimated">Whether the count is an estimate; it is beyond 40 000, within a percent or so.</param>
internal sealed record UniqueCount(string Param, long Count, bool Estimated);
