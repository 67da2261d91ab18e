using System.Text.Json;

namespace SpecialDelivery.Api.Search;

/// <summary>Where a walk over pages stands.</summary>
/// <param name="Query">Hash of the query it belongs to.</param>
/// <param name="Pit">The frozen state it walks through; null before its second page.</param>
/// <param name="After">Sort values of the last event shown.</param>
/// <param name="Total">How many events match.</param>
/// <param name="Expires">When it can no longer be used, unix seconds.</param>
internal sealed record CursorState(string Query, string? Pit, JsonElement After, long Total, long Expires);
