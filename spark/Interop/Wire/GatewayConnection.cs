using System.Text;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Interop.Wire;

/// <summary>
/// One socket, which is one JVM thread: strictly one command and one reply at a time. Commands are never sent ahead: the JVM
/// leaves Nagle's algorithm on, so a second small reply would wait 40 ms for the delayed acknowledgement of the first.
/// </summary>
/// <remarks>While it waits for a reply, the JVM thread may call back on this very socket; such a call is served in place.</remarks>
internal sealed class GatewayConnection(JvmBridge bridge, LineSocket socket) : IDisposable
{
    // The reply only names the Throwable; it must stay bound until Java has looked it up.
    private JvmObjectReference? _thrown;
    private bool _closing;

    /// <exception cref="GatewayConnectionException">The JVM does not answer.</exception>
    /// <exception cref="GatewayException">It refuses the secret.</exception>
    public static GatewayConnection Open(JvmBridge bridge, int port, string secret)
    {
        LineSocket socket = LineSocket.Connect(port);
        try
        {
            socket.Send(Encoding.UTF8.GetBytes($"A\n{secret}\n")); // the one command without a closing "e"
            if (!socket.ReadLine().StartsWith("!y"u8))
            {
                throw new GatewayException($"The JVM on 127.0.0.1:{port} refused the secret. PYSPARK_GATEWAY_SECRET must come from the same JVM as PYSPARK_GATEWAY_PORT.");
            }

            return new GatewayConnection(bridge, socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public JvmBridge Bridge => bridge;

    /// <summary>False once the socket failed or the JVM said that it would close it.</summary>
    public bool IsUsable => !socket.Broken && !_closing;

    /// <summary>True when the JVM closed the connection while nobody used it.</summary>
    public bool ClosedWhileIdle => socket.ClosedWhileIdle;

    /// <summary>Sends one command and returns its value. Java exceptions are thrown as <see cref="JvmException"/>.</summary>
    public object? Execute(CommandWriter command)
    {
        Send(command);
        return ReadReply();
    }

    public void Send(CommandWriter command) => socket.Send(command.Written);

    public object? ReadReply()
    {
        while (true)
        {
            ReadOnlySpan<byte> line = socket.ReadLine();
            if (line.StartsWith("!"u8))
            {
                return Result(line[1..]);
            }

            Serve(line);
        }
    }

    /// <summary>Waits, without a thread, for the JVM to speak; its first byte, or null when it closed the connection.</summary>
    public ValueTask<byte?> WaitAsync(CancellationToken cancel) => socket.WaitAsync(cancel);

    /// <summary>Serves one request of the JVM, from its first line to the reply.</summary>
    public void ServeNext() => Serve(socket.ReadLine());

    public void Dispose() => socket.Dispose();

    private object? Result(ReadOnlySpan<byte> reply)
    {
        if (reply.StartsWith("y"u8))
        {
            return reply.Length == 1 ? null : Bind(WireValue.Decode(reply[1..]));
        }

        if (reply.StartsWith("xr"u8))
        {
            throw ThrowableReader.Read(this, bridge.Bind(new RemoteObject('r', WireValue.Ascii(reply[2..]))));
        }

        _closing = reply.StartsWith("z"u8); // the JVM closes the connection after such an answer
        string text = reply.Length > 2 ? WireValue.Unescape(reply[2..]) : "no class, method or field of that name";
        throw new GatewayException($"The JVM refused the command: {text}");
    }

    private object? Bind(object? value) => value is RemoteObject remote ? bridge.Bind(remote) : value;

    private void Serve(ReadOnlySpan<byte> request)
    {
        switch (request.Length == 1 ? (char)request[0] : '?')
        {
            case 'c':
                ServeCall();
                break;
            case 'g':
                string forgotten = WireValue.Ascii(socket.ReadLine());
                socket.ReadLine();
                Send(CommandWriter.Begin().Line("!y")); // first of all: the JVM waits one second, on its finalizer thread
                bridge.Proxies.Remove(forgotten);
                break;
            default:
                _closing = true;
                throw new GatewayException($"The JVM sent a request this program does not know: {WireValue.Unescape(request)}");
        }
    }

    private void ServeCall()
    {
        string proxy = WireValue.Ascii(socket.ReadLine());
        string method = WireValue.Ascii(socket.ReadLine());
        List<object?> arguments = [];
        for (ReadOnlySpan<byte> line = socket.ReadLine(); !line.SequenceEqual("e"u8); line = socket.ReadLine())
        {
            arguments.Add(Bind(WireValue.Decode(line)));
        }

        using (ThreadConnection.Enter(this)) // calls made by the callback run on the JVM thread that waits for it
        {
            Send(Answer(proxy, method, [.. arguments]));
        }

        arguments.OfType<JvmObjectReference>().ToList().ForEach(reference => reference.Dispose());
    }

    private CommandWriter Answer(string proxy, string method, object?[] arguments)
    {
        try
        {
            object? result = bridge.Proxies.Invoke(proxy, method, arguments);
            return CommandWriter.Begin().Text("!y").Value(result).Byte((byte)'\n');
        }
        catch (Exception e) when (IsUsable) // whatever the callback throws belongs to the Java caller
        {
            _thrown = ThrowableWriter.ToJava(bridge, e);
            return CommandWriter.Begin().Text("!xr").Line(_thrown.Id);
        }
    }
}
