using SpecialDelivery.Api.Freshness;

namespace SpecialDelivery.Api.Search;

/// <summary>The answer to <c>GET /events/search</c>.</summary>
/// <param name="Total">How many events match, exactly, when the walk began.</param>
/// <param name="Events">This page.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
/// <param name="Complete">Whether everything that was posted is found.</param>
/// <param name="IncompleteBecause">What may be missing.</param>
/// <param name="Freshness">How far the index is behind.</param>
internal sealed record SearchAnswer(
    long Total, IReadOnlyList<AppEventView> Events, string? Next, bool Complete, IReadOnlyList<string> IncompleteBecause, FreshnessView Freshness);
