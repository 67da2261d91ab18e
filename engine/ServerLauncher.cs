using System.Diagnostics;
using SpecialDelivery.Engine.Machine;
using SpecialDelivery.Engine.Processes;
using SpecialDelivery.Engine.Servers;

namespace SpecialDelivery.Engine;

/// <summary>Starts servers side by side, keeps those it started, and writes down those that last.</summary>
internal sealed class ServerLauncher(ServerContext context, ServerLifetime lifetime, ServerRegister? register) : IAsyncDisposable
{
    private readonly Dictionary<ServerSet, ServerProcess> _started = [];
    private readonly Dictionary<ServerSet, IServer> _servers = AllServers.From(context).ToDictionary(server => server.Kind);

    /// <summary>The servers that run because of this launcher.</summary>
    public ServerSet Started => _started.Keys.Aggregate(ServerSet.None, (all, one) => all | one);

    /// <summary>What people call a server.</summary>
    public string NameOf(ServerSet server) => _servers[server].Name;

    /// <summary>Where clients find a server.</summary>
    public string AddressOf(ServerSet server) => _servers[server].Address;

    /// <summary>Makes sure that servers answer; call it under the register's lock.</summary>
    /// <exception cref="EngineException">Lists every fault, not only the first.</exception>
    public async Task StartAsync(ServerSet servers, CancellationToken cancel)
    {
        IServer[] wanted = [.. _servers.Values.Where(server => servers.HasFlag(server.Kind))];
        Dictionary<ServerSet, ServerRecord> found = (register?.Alive() ?? []).ToDictionary(record => record.Kind);
        StartFaults.RefuseTakenPorts(wanted.Where(server => !server.IsElsewhere && !found.ContainsKey(server.Kind)));

        // One failure ends the wait for the others.
        using CancellationTokenSource together = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Dictionary<ServerSet, Task> starts = [];
        foreach (IServer server in wanted)
        {
            Task first = server.Kind == ServerSet.SparkWorker && starts.TryGetValue(ServerSet.SparkMaster, out Task? master) ? master : Task.CompletedTask;
            starts[server.Kind] = Task.Run(async () =>
            {
                try
                {
                    await first.ConfigureAwait(false); // a worker that finds no master waits ten seconds before it asks again
                    await MakeAnswerAsync(server, found.GetValueOrDefault(server.Kind), together.Token).ConfigureAwait(false);
                }
                catch
                {
                    await together.CancelAsync().ConfigureAwait(false);
                    throw;
                }
            }, together.Token);
        }

        await StartFaults.ThrowAllAsync([.. starts.Values], cancel).ConfigureAwait(false);
    }

    /// <summary>Ends one server as a crash would.</summary>
    public async Task KillAsync(ServerSet server)
    {
        if (!_started.Remove(server, out ServerProcess? process))
        {
            throw new InvalidOperationException($"{server} was not started here.");
        }

        await process.KillAsync().ConfigureAwait(false);
        await process.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Stops everything this launcher started, whatever its lifetime; call it under the register's lock.</summary>
    public async Task AbandonAsync()
    {
        await Task.WhenAll(_started.Values.Select(process => process.DisposeAsync().AsTask())).ConfigureAwait(false);
        _started.Clear();
        register?.Write(register.Alive());
    }

    /// <summary>Stops what is bound to this process.</summary>
    public async ValueTask DisposeAsync()
    {
        if (lifetime == ServerLifetime.Detached || _started.Count == 0)
        {
            return;
        }

        using FileLock? only = register is null ? null : await register.LockAsync(context.Progress, CancellationToken.None).ConfigureAwait(false);
        await AbandonAsync().ConfigureAwait(false);
    }

    private async Task MakeAnswerAsync(IServer server, ServerRecord? found, CancellationToken cancel)
    {
        if (server.IsElsewhere)
        {
            await Existing.MustAnswerAsync(server, $"{server.AddressVariable} names {server.Address}", cancel).ConfigureAwait(false);
            Tell(server, $"uses {server.Address}");
            return;
        }

        if (found is not null)
        {
            if (found.Address != server.Address)
            {
                throw new EngineException($"{server.Name} runs at {found.Address}, but the settings say {server.Address}: 'sd down' first.");
            }

            await Existing.MustAnswerAsync(server, $"{server.Name} runs (pid {found.Process.Pid})", cancel).ConfigureAwait(false);
            Tell(server, $"runs already at {server.Address} (pid {found.Process.Pid})");
            return;
        }

        ServerCommand command = await server.PrepareAsync(cancel).ConfigureAwait(false);
        long began = Stopwatch.GetTimestamp();
        ServerProcess process = ServerProcess.Start(command, lifetime);
        lock (_started)
        {
            _started.Add(server.Kind, process);
            WriteDown(); // at once: should this process be killed now, the next one still finds the server
        }

        await process.WaitUntilItAnswersAsync(server.ProbeAsync, cancel).ConfigureAwait(false);
        Tell(server, $"answers at {server.Address} (pid {process.Identity.Pid}) after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
    }

    private void WriteDown()
    {
        if (register is null)
        {
            return;
        }

        ProcessIdentity? owner = lifetime == ServerLifetime.Bound ? ProcessIdentity.Of(Environment.ProcessId) : null;
        register.Write(register.Alive().Where(record => !_started.ContainsKey(record.Kind)).Concat(_started.Select(started => new ServerRecord(
            started.Key, AddressOf(started.Key), started.Value.Identity, started.Value.StopsWithin.TotalSeconds, owner))));
    }

    private void Tell(IServer server, string message) => context.Progress.Report(new EngineProgress(server.Name, message, 1));
}
