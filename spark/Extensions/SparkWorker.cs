using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Worker;

namespace Microsoft.Spark.Extensions;

/// <summary>This program as a worker of Spark's executors: it runs there what <see cref="DataFrameExtensions.MapPartitions"/> asks for on the driver.</summary>
/// <remarks>
/// An executor starts the program once, tells it by its arguments, and then opens a line to it for each thread that has work; the process stays, warmed up, until
/// the executor goes. A program whose frames are mapped in C# begins with <c>if (SparkWorker.Serve(args)) return 0;</c>.
/// Source: org.apache.spark.api.python.PythonWorkerFactory of Spark 3.5, which is told to start this program in place of Python.
/// </remarks>
public static class SparkWorker
{
    private const string SecretVariable = "PYTHON_WORKER_FACTORY_SECRET";
    private const string SingleVariable = "PYTHON_WORKER_FACTORY_PORT";

    /// <summary>Serves an executor to its end, when it was an executor that started this program.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <returns>False, at once, when it was anybody else.</returns>
    /// <exception cref="NotSupportedException">Spark is set not to keep workers.</exception>
    public static bool Serve(string[] args)
    {
        if (args is not ["-m", ..] || Environment.GetEnvironmentVariable(SecretVariable) is not { Length: > 0 } secret)
        {
            return false;
        }

        if (Environment.GetEnvironmentVariable(SingleVariable) is not null)
        {
            throw new NotSupportedException("Spark would start this program anew for each task. Set spark.python.use.daemon to true, which is its default.");
        }

        // Ctrl-C is the driver's to decide, who may want to end a batch first.
        using PosixSignalRegistration interrupts = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        using (Stream output = Console.OpenStandardOutput())
        {
            SideChannel.WriteInt32(output, ((IPEndPoint)listener.LocalEndpoint).Port);
        }

        ConcurrentDictionary<int, WorkerConnection> connections = new();
        new Thread(() => Accept(listener, secret, connections)) { IsBackground = true, Name = "spark-worker-accept" }.Start();
        using Stream input = Console.OpenStandardInput();
        EndAsAsked(input, connections);
        return true;
    }

    private static void Accept(TcpListener listener, string secret, ConcurrentDictionary<int, WorkerConnection> connections)
    {
        for (int id = 1; ; id++)
        {
            Socket socket;
            try
            {
                socket = listener.AcceptSocket();
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return; // the program is about to end
            }

            int own = id;
            socket.NoDelay = true;
            connections[own] = new WorkerConnection(socket, own, secret);
            new Thread(() =>
            {
                connections[own].Serve();
                connections.TryRemove(own, out _);
            })
            { IsBackground = true, Name = $"spark-worker-{own}" }.Start();
        }
    }

    // The executor names a line to be cut when its task was cancelled; the end of its words is its own end.
    private static void EndAsAsked(Stream input, ConcurrentDictionary<int, WorkerConnection> connections)
    {
        Span<byte> id = stackalloc byte[sizeof(int)];
        while (input.ReadAtLeast(id, id.Length, throwOnEndOfStream: false) == id.Length)
        {
            if (connections.TryGetValue(BinaryPrimitives.ReadInt32BigEndian(id), out WorkerConnection? connection))
            {
                connection.Dispose();
            }
        }
    }
}
