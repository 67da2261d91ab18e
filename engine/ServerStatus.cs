namespace SpecialDelivery.Engine;

/// <summary>How one server is.</summary>
/// <param name="Server">Which one.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Where it listens, or would.</param>
/// <param name="Pid">Its process, when the engine started it and it runs.</param>
/// <param name="State">What it does.</param>
public sealed record ServerStatus(ServerSet Server, string Name, string Address, int? Pid, ServerState State);

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
