using System.Diagnostics;
using System.Text.Json;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Demo;

/// <summary>A program that runs for as long as a demo needs it.</summary>
internal sealed class DemoProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop;
    private readonly string _name;
    private readonly Task<int> _end;

    private DemoProgram(string name, FileInfo program, string[] arguments, IReadOnlyDictionary<string, string> environment, Action<string> onOutput, CancellationToken cancel)
    {
        _name = name;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _end = ProgramProcess.RunAsync(program, arguments, environment, onOutput, _stop.Token);
    }

    /// <summary>Starts a job.</summary>
    /// <param name="job">Its name.</param>
    /// <param name="options">Its options.</param>
    /// <param name="addresses">The demo's servers.</param>
    /// <param name="onBatch">Receives each batch's figures.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The job, which has begun to wait for records.</returns>
    /// <exception cref="EngineException">It failed.</exception>
    public static async Task<DemoProgram> StartJobAsync(string job, string[] options, EngineAddresses addresses, Action<JsonElement> onBatch, CancellationToken cancel)
    {
        TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        DemoProgram program = new($"job {job}", ProgramProcess.Jobs, [job, "--json", .. options], addresses.ToEnvironment(), Listen, cancel);
        await Task.WhenAny(running.Task, program._end);
        cancel.ThrowIfCancellationRequested();
        program.ThrowIfEnded();
        return program;

        void Listen(string line)
        {
            JsonElement report = JsonSerializer.Deserialize<JsonElement>(line);
            if (report.TryGetProperty("state", out _))
            {
                running.TrySetResult();
            }
            else
            {
                onBatch(report);
            }
        }
    }

    /// <summary>Starts a service, which may not answer yet.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="service">The program.</param>
    /// <param name="environment">Where the servers are, and the service.</param>
    /// <param name="cancel">Stops it.</param>
    public static DemoProgram StartService(string name, FileInfo service, IReadOnlyDictionary<string, string> environment, CancellationToken cancel) =>
        new(name, service, [], environment, _ => { }, cancel);

    /// <summary>Waits for something that programs bring about.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="what">The same in words, for the error.</param>
    /// <param name="programs">Those who bring it about.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="EngineException">One of them ended, or it takes too long.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition, Func<string> what, IReadOnlyList<DemoProgram> programs, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            foreach (DemoProgram program in programs)
            {
                program.ThrowIfEnded();
            }

            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new EngineException($"Within {Patience.TotalMinutes:0} minutes it did not come to pass that {what()}.");
            }

            await Task.Delay(Pause, cancel);
        }
    }

    /// <summary>Says what a demo does next.</summary>
    /// <param name="step">The step.</param>
    public static void Say(string step) => Console.Error.WriteLine($"demo           {step}");

    /// <summary>Asks it to stop, and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _end;
        _stop.Dispose();
    }

    private void ThrowIfEnded()
    {
        if (_end.IsCompleted)
        {
            throw new EngineException($"The {_name} ended with exit code {_end.Result}; its lines above say why.");
        }
    }
}
