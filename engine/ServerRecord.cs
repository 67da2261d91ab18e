using SpecialDelivery.Engine.Processes;

namespace SpecialDelivery.Engine;

/// <summary>A server that the engine of a home started.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="Process">Its process.</param>
/// <param name="StopsWithinSeconds">How long it may take to stop.</param>
/// <param name="Owner">The process it is bound to; null when it runs until <c>sd down</c>.</param>
internal sealed record ServerRecord(ServerSet Kind, string Address, ProcessIdentity Process, double StopsWithinSeconds, ProcessIdentity? Owner);
