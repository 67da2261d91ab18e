namespace SpecialDelivery.Engine;

/// <summary>What a server does.</summary>
public enum ServerState
{
    /// <summary>The engine runs none.</summary>
    Stopped,

    /// <summary>It runs and answers.</summary>
    Running,

    /// <summary>Its process runs and does not answer.</summary>
    Silent,

    /// <summary>A setting names one elsewhere, and it answers.</summary>
    Elsewhere,

    /// <summary>A setting names one elsewhere, and it does not answer.</summary>
    Unreachable,
}
