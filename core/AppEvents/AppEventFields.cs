namespace SpecialDelivery.Core.AppEvents;

/// <summary>Field names of an event on the wire.</summary>
public static class AppEventFields
{
    /// <summary>What happened, text.</summary>
    public const string EventType = "event_type";

    /// <summary>When, unix seconds.</summary>
    public const string Ts = "ts";

    /// <summary>Details, an object; may be left out.</summary>
    public const string Params = "params";
}
