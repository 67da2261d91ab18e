namespace SpecialDelivery.Core.AppEvents;

/// <summary>How large an event may be; lengths of text are UTF-16 code units.</summary>
public static class AppEventLimits
{
    /// <summary>Largest event, bytes of its JSON.</summary>
    public const int MaxEventBytes = 65_536;

    /// <summary>Longest event type.</summary>
    public const int MaxTypeLength = 64;

    /// <summary>Last second of the year 9999, unix seconds.</summary>
    public const long LatestTs = 253_402_300_799;

    /// <summary>Most details of one event.</summary>
    public const int MaxParams = 100;

    /// <summary>Longest name of a detail.</summary>
    public const int MaxNameLength = 128;

    /// <summary>Longest value of a detail.</summary>
    public const int MaxValueLength = 1_024;

    /// <summary>Faults of one event that are told one by one; more are only counted.</summary>
    public const int MaxFaults = 16;
}
