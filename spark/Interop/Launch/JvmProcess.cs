using System.Diagnostics;

namespace Microsoft.Spark.Interop.Launch;

/// <summary>A JVM with Spark's gateway, started by this program. It lives as long as its standard input stays open, so it ends with this process however that ends.</summary>
internal sealed class JvmProcess : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly EventHandler _atExit;
    private int _disposed;

    private JvmProcess(Process process)
    {
        _process = process;
        _atExit = (_, _) => Dispose();
        AppDomain.CurrentDomain.ProcessExit += _atExit;
    }

    public int Port { get; private set; }

    public string Secret { get; private set; } = "";

    public int ProcessId => _process.Id;

    /// <summary>Starts the JVM and waits until its gateway listens.</summary>
    /// <exception cref="GatewayException">It cannot be started, or ended before.</exception>
    public static JvmProcess Start(string sparkHome, IEnumerable<string> submitArguments, Action<string>? output)
    {
        DirectoryInfo meeting = Directory.CreateTempSubdirectory("spark-gateway-"); // mode 0700: the secret passes through it
        try
        {
            string path = Path.Combine(meeting.FullName, "connection");
            JvmProcess jvm = new(Launch(sparkHome, submitArguments, path, output));
            try
            {
                jvm.AwaitGateway(path);
                return jvm;
            }
            catch
            {
                jvm.Dispose();
                throw;
            }
        }
        finally
        {
            meeting.Delete(recursive: true);
        }
    }

    /// <summary>Ends the JVM by closing its input, and by force when that does not help.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        AppDomain.CurrentDomain.ProcessExit -= _atExit;
        _process.StandardInput.Close();
        if (!_process.WaitForExit(ExitLimit))
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static Process Launch(string sparkHome, IEnumerable<string> submitArguments, string path, Action<string>? output)
    {
        string submit = Path.Combine(sparkHome, "bin", "spark-submit");
        if (!File.Exists(submit))
        {
            throw new GatewayException($"{submit} does not exist. SPARK_HOME must name an unpacked Spark.");
        }

        // Ctrl-C goes to the whole terminal group; only this program shall decide what it means, so the JVM ignores it.
        ProcessStartInfo start = new("/bin/sh", [
            "-c", "trap '' INT; exec \"$0\" \"$@\"", submit, .. submitArguments,
            "--class", "org.apache.spark.api.python.PythonGatewayServer", "spark-internal"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = output is not null,
            RedirectStandardError = output is not null,
        };
        start.Environment["_PYSPARK_DRIVER_CONN_INFO_PATH"] = path;
        Process process = Process.Start(start)!;
        if (output is not null)
        {
            DataReceivedEventHandler forward = (_, line) =>
            {
                if (line.Data is not null)
                {
                    output(line.Data);
                }
            };
            process.OutputDataReceived += forward;
            process.ErrorDataReceived += forward;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        return process;
    }

    // The file is renamed into place, so it is complete once it is there.
    private void AwaitGateway(string path)
    {
        while (!File.Exists(path))
        {
            if (_process.WaitForExit(PollInterval))
            {
                throw new GatewayException($"The JVM ended (exit code {_process.ExitCode}) before its gateway listened; its output says why.");
            }
        }

        (Port, Secret) = ConnectionInfo.Parse(File.ReadAllBytes(path));
    }
}
