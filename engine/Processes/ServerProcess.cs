using System.Diagnostics;

namespace SpecialDelivery.Engine.Processes;

/// <summary>One real server as a process: own session, own log, ready when it answers, stopped with everything it started.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ServerCommand _command;
    private readonly Process _process;

    private ServerProcess(ServerCommand command, Process process, ProcessIdentity identity)
    {
        _command = command;
        _process = process;
        Identity = identity;
    }

    /// <summary>Which process it is.</summary>
    public ProcessIdentity Identity { get; }

    /// <summary>How long it may take to stop before it is killed.</summary>
    public TimeSpan StopsWithin => _command.StopsWithin;

    /// <summary>Starts the server; it need not answer yet.</summary>
    /// <exception cref="EngineException">The operating system could not start it.</exception>
    public static ServerProcess Start(ServerCommand command, ServerLifetime lifetime)
    {
        command.Log.Directory!.Create();
        if (File.Exists(command.Log.FullName))
        {
            File.Move(command.Log.FullName, command.Log.FullName + ".1", overwrite: true);
        }

        ProcessStartInfo start = new(command.FileName, command.Arguments) { WorkingDirectory = command.WorkingFolder.FullName };
        foreach ((string name, string? value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        Process process = Guard.Start(start, lifetime, command.Log, command.RemoveWhenOrphaned, command.StopsWithin);
        return ProcessIdentity.Of(process.Id) is { } identity
            ? new ServerProcess(command, process, identity)
            : throw new EngineException($"{command.Name} ended at once.{LastWords(command.Log)}");
    }

    /// <summary>Asks again and again until the server answers.</summary>
    /// <param name="probe">One question; throws when there is no good answer.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="EngineException">The server ended or did not answer in time; holds the last lines of its log.</exception>
    public async Task WaitUntilItAnswersAsync(Func<CancellationToken, Task> probe, CancellationToken cancel)
    {
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(TimeSpan.FromSeconds(5));
            Exception refusal;
            try
            {
                await probe(patience.Token).ConfigureAwait(false);
                if (!_process.HasExited)
                {
                    return;
                }

                refusal = new IOException("another server answers at its address");
            }
            catch (Exception e) when (!cancel.IsCancellationRequested && e is not EngineException)
            {
                refusal = e;
            }

            if (_process.HasExited)
            {
                throw new EngineException($"{_command.Name} ended with code {_process.ExitCode} while starting.{LastWords(_command.Log)}", refusal);
            }

            if (Stopwatch.GetElapsedTime(began) > _command.StartsWithin)
            {
                throw new EngineException(
                    $"{_command.Name} did not answer within {_command.StartsWithin.TotalSeconds:0} s ({refusal.Message}).{LastWords(_command.Log)}", refusal);
            }

            await Task.Delay(Pause, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the server and everything it started, at once, as a crash would.</summary>
    public async Task KillAsync()
    {
        Signal.KillGroup(Identity.Pid);
        await _process.WaitForExitAsync().ConfigureAwait(false);

        // Its children die a little later, and hold its ports until then.
        long began = Stopwatch.GetTimestamp();
        while (Signal.IsGroupAlive(Identity.Pid) && Stopwatch.GetElapsedTime(began) < _command.StopsWithin)
        {
            await Task.Delay(Pause).ConfigureAwait(false);
        }
    }

    /// <summary>Asks the server to stop, then kills what is left of it.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(Identity, _command.StopsWithin).ConfigureAwait(false);
        _process.Dispose();
    }

    /// <summary>Stops a server, whoever started it.</summary>
    /// <param name="identity">Which one; nothing happens when it is gone, even if its number is in use again.</param>
    /// <param name="within">How long it may take before it is killed.</param>
    public static async Task StopAsync(ProcessIdentity identity, TimeSpan within)
    {
        if (!identity.IsAlive)
        {
            return;
        }

        Signal.AskToEnd(identity.Pid);
        long began = Stopwatch.GetTimestamp();
        while (identity.IsAlive && Stopwatch.GetElapsedTime(began) < within)
        {
            await Task.Delay(Pause).ConfigureAwait(false);
        }

        Signal.KillGroup(identity.Pid);
        while (identity.IsAlive)
        {
            await Task.Delay(Pause).ConfigureAwait(false);
        }
    }

    private static string LastWords(FileInfo log)
    {
        const int Lines = 15;
        string[] lines = File.Exists(log.FullName) ? File.ReadAllLines(log.FullName) : [];
        return lines.Length == 0
            ? $" It wrote nothing to {log.FullName}."
            : $" The end of {log.FullName}:{Environment.NewLine}{string.Join(Environment.NewLine, lines.TakeLast(Lines).Select(line => "  " + line))}";
    }
}
