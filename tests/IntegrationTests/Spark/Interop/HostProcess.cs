using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace IntegrationTests.Spark.Interop;

/// <summary>A driver in a process of its own, with the JVM it belongs to: started by it, or it by the JVM.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5); // two virtual machines start one inside the other, on machines that may be busy

    private readonly Process _process;
    private readonly BlockingCollection<string> _output = [];
    private readonly ConcurrentQueue<string> _errors = new();

    private HostProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["SPARK_LOCAL_IP"] = "127.0.0.1";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _output.Add(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private static string Dll => Path.Combine(AppContext.BaseDirectory, "SparkHost.dll");

    public int DriverId { get; private set; }

    public int JvmId { get; private set; }

    public string Errors => string.Join('\n', _errors);

    /// <summary>The driver starts the JVM. Ctrl-C works on it even where these tests run in the background, whose programs ignore it by inheritance.</summary>
    public static HostProcess Alone(params string[] arguments) => new(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Dll, .. arguments]));

    /// <summary>The driver starts the JVM, in an environment that differs in one variable; null removes it.</summary>
    public static HostProcess AloneWith(string variable, string? value)
    {
        ProcessStartInfo start = new("dotnet", [Dll, "exit", "0"]);
        start.Environment[variable] = value;
        return new HostProcess(start);
    }

    /// <summary>spark-submit starts the driver.</summary>
    public static HostProcess Submitted(params string[] arguments) => new(new ProcessStartInfo(Path.Combine(SparkFixture.SparkHome!, "bin", "spark-submit"),
    [
        "--master", "local[1]", "--class", "org.apache.spark.deploy.PythonRunner", "--conf", "spark.pyspark.driver.python=dotnet",
        "spark-internal", Dll, ".", .. arguments,
    ]));

    public static async Task<bool> IsGone(int process)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Limit; await Task.Delay(50))
        {
            string stat = $"/proc/{process}/stat";
            if (!File.Exists(stat) || File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sends a signal, by its number, to one process.</summary>
    public static void Signal(int process, int number)
    {
        using Process kill = Process.Start("kill", [$"-{number}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until the driver has its JVM.</summary>
    public void AwaitReady()
    {
        string[] words = ReadLine().Split(' ');
        Assert.Equal("ready", words[0]);
        DriverId = int.Parse(words[1], CultureInfo.InvariantCulture);
        JvmId = int.Parse(words[2], CultureInfo.InvariantCulture);
    }

    public void WriteLine(string line) => _process.StandardInput.WriteLine(line);

    public string ReadLine() =>
        _output.TryTake(out string? line, Limit) ? line : throw new TimeoutException($"The driver said nothing within {Limit}. {Errors}");

    public async Task<int> ExitCode()
    {
        using CancellationTokenSource limit = new(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        if (JvmId != 0 && Directory.Exists($"/proc/{JvmId}"))
        {
            Signal(JvmId, 9);
        }

        if (DriverId != 0 && Directory.Exists($"/proc/{DriverId}"))
        {
            Signal(DriverId, 9);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _output.Dispose();
    }
}
