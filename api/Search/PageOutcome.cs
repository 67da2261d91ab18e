using SpecialDelivery.Api.Problems;

namespace SpecialDelivery.Api.Search;

/// <summary>A page, or why there is none.</summary>
/// <param name="Page">The page.</param>
/// <param name="Problem">Why there is none: the cursor is not valid, or has expired.</param>
internal sealed record PageOutcome(EventPage? Page, ProblemType? Problem)
{
    /// <summary>The first page, or the one that a cursor leads to.</summary>
    /// <param name="index">The index.</param>
    /// <param name="cursors">Knows the cursors.</param>
    /// <param name="time">The wall clock.</param>
    /// <param name="filter">Which events.</param>
    /// <param name="order">In which order.</param>
    /// <param name="size">Page size.</param>
    /// <param name="cursor">What the client sent; null = the first page.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task<PageOutcome> FindAsync(
        EventIndex index, CursorSigner cursors, TimeProvider time, EventFilter filter, string order, int size, string? cursor, CancellationToken cancel)
    {
        if (cursor is null)
        {
            return new(await index.FirstPageAsync(filter, order, size, cancel), null);
        }

        if (cursors.Read(cursor) is not { } state || state.Query != filter.Hash(order))
        {
            return new(null, ProblemTypes.InvalidCursor);
        }

        return state.Expires >= time.GetUtcNow().ToUnixTimeSeconds() && await index.NextPageAsync(filter, order, size, state, cancel) is { } page
            ? new(page, null)
            : new(null, ProblemTypes.CursorExpired);
    }
}
