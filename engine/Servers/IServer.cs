using SpecialDelivery.Engine.Processes;

namespace SpecialDelivery.Engine.Servers;

/// <summary>What the engine must know to run one kind of server.</summary>
internal interface IServer
{
    /// <summary>Which one.</summary>
    ServerSet Kind { get; }

    /// <summary>What people call it; the name of its data folder and log.</summary>
    string Name { get; }

    /// <summary>Where clients find it.</summary>
    string Address { get; }

    /// <summary>The variable that names one that exists already; null when there is none.</summary>
    string? AddressVariable { get; }

    /// <summary>Whether that variable is set: then it is used, not started.</summary>
    bool IsElsewhere { get; }

    /// <summary>Every port it listens on.</summary>
    IReadOnlyList<Port> Ports { get; }

    /// <summary>Makes its folders and configuration.</summary>
    Task<ServerCommand> PrepareAsync(CancellationToken cancel);

    /// <summary>Asks it one question; throws when there is no good answer.</summary>
    Task ProbeAsync(CancellationToken cancel);
}
