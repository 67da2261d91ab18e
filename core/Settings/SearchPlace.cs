namespace SpecialDelivery.Core.Settings;

/// <summary>Where candidates are looked for.</summary>
public enum SearchPlace
{
    /// <summary>On Spark when its executors run on other machines, else in the driver program, which then has the same processors and no rows to send.</summary>
    Auto,

    /// <summary>Packages × trips as a geo-bucket join on Spark whenever they are many, near first; the few that are left are looked for in the driver program.</summary>
    Spark,

    /// <summary>All in the driver program, in a tree over both ends of the open trips.</summary>
    Driver,
}
