using SpecialDelivery.Engine.Machine;

namespace SpecialDelivery.Engine.Servers;

/// <summary>A port of a server and the setting that moves it.</summary>
/// <param name="Number">The port.</param>
/// <param name="Variable">The variable that sets it.</param>
internal readonly record struct Port(int Number, string Variable)
{
    /// <summary>Why a server cannot have this port: who has it, and what to do; null when it is free.</summary>
    public string? WhyNot(string server, string? addressVariable)
    {
        if (LoopbackPorts.IsFree(Number))
        {
            return null;
        }

        string useIt = addressVariable is null ? "" : $", or set {addressVariable} to use the server that is there";
        return $"Port {Number}, which {server} needs, is taken by {PortOwner.Of(Number) ?? "another program"}: stop that, set {Variable} to a free port{useIt}.";
    }
}
