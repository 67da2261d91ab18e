namespace SpecialDelivery.Engine.Servers;

/// <summary>What keeps servers from starting, all of it at once.</summary>
internal static class StartFaults
{
    /// <summary>Looks at every port before anything is started.</summary>
    /// <exception cref="EngineException">Lists every taken port.</exception>
    public static void RefuseTakenPorts(IEnumerable<IServer> servers)
    {
        string[] faults =
        [
            .. from server in servers
               from port in server.Ports
               select port.WhyNot(server.Name, port == server.Ports[0] ? server.AddressVariable : null) into fault
               where fault is not null
               select fault,
        ];
        if (faults.Length > 0)
        {
            throw new EngineException(string.Join(Environment.NewLine, faults));
        }
    }

    /// <summary>Waits for starts that run side by side.</summary>
    /// <exception cref="EngineException">Lists what went wrong with each, leaving out those that only gave up because another failed.</exception>
    public static async Task ThrowAllAsync(IReadOnlyCollection<Task> starts, CancellationToken cancel)
    {
        await Task.WhenAll(starts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
        Exception[] faults = [.. starts.Where(start => start.IsFaulted).Select(start => start.Exception!.InnerException!).Distinct()];
        if (faults.Length > 0)
        {
            throw new EngineException(
                string.Join(Environment.NewLine, faults.Select(fault => fault is EngineException ? fault.Message : $"{fault.GetType().Name}: {fault.Message}").Distinct()),
                faults.Length == 1 ? faults[0] : new AggregateException(faults));
        }
    }
}
