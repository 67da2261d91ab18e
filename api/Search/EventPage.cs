namespace SpecialDelivery.Api.Search;

/// <summary>A page of events.</summary>
/// <param name="Total">How many match in all.</param>
/// <param name="Events">The page.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
/// <param name="Completeness">Whether some may be missing.</param>
internal sealed record EventPage(long Total, IReadOnlyList<AppEventView> Events, string? Next, Completeness Completeness);
