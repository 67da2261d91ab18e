using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace UnitTests.Spark.Interop;

/// <summary>The JVM's end of the gateway, played by a script: answers each command with the line it is told, or hangs up on null.</summary>
internal sealed class FakeJvm : IDisposable
{
    public const string Secret = "s3cret";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentDictionary<string, int> _connectionOf = new();
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly Func<string, FakeJvm.Connection, string?> _answer;
    private int _connections;

    public FakeJvm(Func<string, Connection, string?>? answer = null, string serverClass = "py4j.JavaServer")
    {
        _answer = (command, connection) => command switch
        {
            "c GATEWAY_SERVER getClass" => "!yro0",
            "c o0 getName" => $"!ys{serverClass}",
            _ when command.StartsWith("m d ", StringComparison.Ordinal) => "!yv",
            _ => answer?.Invoke(command, connection) ?? (answer is null ? "!yv" : null),
        };
        _listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>All commands so far but the bridge's own at its start and its releases, each as its lines joined by blanks.</summary>
    public string[] Commands => [.. _commands.Where(command => command is not ("c GATEWAY_SERVER getClass" or "c o0 getName") && !command.StartsWith("m d ", StringComparison.Ordinal))];

    /// <summary>Which connection a command came over last.</summary>
    public int ConnectionOf(string command) => _connectionOf[command];

    /// <summary>Closes every connection, as a JVM does that runs short of threads or ends.</summary>
    public void HangUp()
    {
        while (_sockets.TryTake(out Socket? socket))
        {
            socket.Dispose();
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        HangUp();
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                Socket socket = _listener.AcceptSocket();
                _sockets.Add(socket);
                int number = ++_connections;
                new Thread(() => Serve(socket, number)) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // Disposed.
        }
    }

    private void Serve(Socket socket, int number)
    {
        try
        {
            using NetworkStream stream = new(socket, ownsSocket: true);
            using StreamReader reader = new(stream, new UTF8Encoding(false));
            Connection connection = new(reader);
            Assert.Equal("A", connection.ReadLine());
            connection.WriteLine(connection.ReadLine() == Secret ? "!yv" : "!xsno");
            while (connection.ReadCommand() is { } command)
            {
                _commands.Enqueue(command);
                _connectionOf[command] = number;
                if (_answer(command, connection) is not { } answer)
                {
                    return;
                }

                connection.WriteLine(answer);
            }
        }
        catch (IOException)
        {
            // Hung up.
        }
    }

    /// <summary>One connection, for scripts that call back before they answer.</summary>
    internal sealed class Connection(StreamReader reader)
    {
        public string? ReadLine() => reader.ReadLine();

        public string? ReadCommand()
        {
            List<string> lines = [];
            for (string? line = ReadLine(); line != "e"; line = ReadLine())
            {
                if (line is null)
                {
                    return null;
                }

                lines.Add(line);
            }

            return string.Join(' ', lines);
        }

        public void WriteLine(string line) => Write(line + "\n");

        public void Write(string text) => reader.BaseStream.Write(Encoding.UTF8.GetBytes(text));
    }
}
