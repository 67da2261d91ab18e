namespace SpecialDelivery.Engine;

/// <summary>How one server is.</summary>
/// <param name="Server">Which one.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Where it listens, or would.</param>
/// <param name="Pid">Its process, when the engine started it and it runs.</param>
/// <param name="State">What it does.</param>
public sealed record ServerStatus(ServerSet Server, string Name, string Address, int? Pid, ServerState State);
