using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SpecialDelivery.Jobs;

namespace IntegrationTests.Jobs;

/// <summary>The matching job as a process of its own, with the JVM that it starts.</summary>
internal sealed class JobProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5); // on machines that may be busy

    private readonly Process _process;
    private readonly BlockingCollection<string> _output = [];
    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>Starts it.</summary>
    /// <param name="environment">Where the servers are.</param>
    /// <param name="options">Options of the command <c>matching</c>.</param>
    public JobProcess(IReadOnlyDictionary<string, string> environment, params string[] options)
    {
        ProcessStartInfo start = new("dotnet", [typeof(MatchingJob).Assembly.Location, "matching", "--json", "--no-index", "--driver-memory", "1g", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public string Errors => string.Join('\n', _errors);

    public bool HasExited => _process.HasExited;

    /// <summary>The JVM that it started; 0 when there is none.</summary>
    public int JvmId => Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder))
        .Where(name => int.TryParse(name, out _)).Select(int.Parse).FirstOrDefault(pid => ParentOf(pid, "java") == Id);

    /// <summary>Waits for the report of a batch; none comes when the process ends before.</summary>
    /// <param name="atLeast">Its number, or that of any later batch.</param>
    /// <returns>The batch's number.</returns>
    public long AwaitBatch(long atLeast)
    {
        while (_output.TryTake(out string? line, Limit))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("batch", out JsonElement batch) && batch.GetInt64() >= atLeast)
            {
                return batch.GetInt64();
            }
        }

        throw new TimeoutException($"No batch {atLeast} within {Limit}, or the job ended. {Errors}");
    }

    /// <summary>Waits until it ends.</summary>
    public async Task<int> ExitCodeAsync()
    {
        using CancellationTokenSource limit = new(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends it alone, at once.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _output.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _output.CompleteAdding();
        }
        else
        {
            _output.Add(line);
        }
    }

    private static int ParentOf(int pid, string program)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat.Contains($"({program})", StringComparison.Ordinal)
                ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture)
                : 0;
        }
        catch (IOException)
        {
            return 0; // it ended meanwhile
        }
    }
}
