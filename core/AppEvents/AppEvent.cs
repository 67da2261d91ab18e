namespace SpecialDelivery.Core.AppEvents;

/// <summary>Something that happened in an app: an event of topic <c>get_social_events</c>.</summary>
/// <param name="EventType">What happened, see <see cref="AppEvents.EventType"/>.</param>
/// <param name="Ts">When, unix seconds UTC, 0 to <see cref="AppEventLimits.LatestTs"/>.</param>
/// <param name="Params">Details in the order in which they were sent; no name occurs twice.</param>
/// <param name="UnknownFields">How many fields were sent that an event does not have; they are ignored.</param>
public sealed record AppEvent(string EventType, long Ts, IReadOnlyList<AppEventParam> Params, int UnknownFields = 0);
