using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Api.Matches;

/// <summary>The answer to <c>GET /matches</c>.</summary>
/// <param name="Total">How many matches there are.</param>
/// <param name="Matches">The newest ones.</param>
/// <param name="Complete">Whether the whole index answered.</param>
internal sealed record MatchesAnswer(long Total, IReadOnlyList<MatchEvent> Matches, bool Complete);
