using System.Text;
using Microsoft.Spark.Interop.Launch;
using Microsoft.Spark.Interop.Wire;

namespace Microsoft.Spark.Interop.Ipc;

/// <summary>The bridge over Spark's own gateway. Safe for use by many threads at once.</summary>
internal sealed partial class JvmBridge : IJvmBridge
{
    private const string PinnedServer = "py4j.JavaServer";

    private readonly ConnectionPool _pool;
    private readonly ReferenceReleaser _releaser;
    private readonly JvmProcess? _process;
    private readonly JvmObjectReference _server;
    private readonly Lock _callbackGate = new();
    private CallbackListener? _callbacks;

    /// <param name="port">The gateway's port on loopback.</param>
    /// <param name="secret">What authenticates a connection.</param>
    /// <param name="process">The JVM, if this program started it: it ends with the bridge.</param>
    /// <exception cref="GatewayException">The JVM does not answer, refuses the secret, or runs a gateway that does not pin threads.</exception>
    public JvmBridge(int port, string secret, JvmProcess? process = null)
    {
        _process = process;
        _pool = new ConnectionPool(this, port, secret);
        _releaser = new ReferenceReleaser(this);
        _server = new JvmObjectReference(this, "GATEWAY_SERVER", JvmObjectReference.NamedByGateway);
        try
        {
            RefuseUnpinnedServer();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal ProxyTable Proxies { get; } = new();

    /// <summary>Sockets the JVM opened for callbacks, busy or idle.</summary>
    internal int CallbackConnections => _callbacks?.Connections ?? 0;

    /// <summary>References made and not yet released.</summary>
    internal int LiveReferences => _releaser.Live;

    public JvmObjectReference CallConstructor(string className, object? arg0) => CallConstructor(className, [arg0]);

    public JvmObjectReference CallConstructor(string className, object? arg0, object? arg1) => CallConstructor(className, [arg0, arg1]);

    public JvmObjectReference CallConstructor(string className, params object?[] args)
    {
        using JvmArguments arguments = new(this, args);
        return (JvmObjectReference)Execute(CommandWriter.Begin().Line("i").Line(className).Arguments(arguments.Values).End(), className, "new")!;
    }

    public object? CallStaticJavaMethod(string className, string methodName, object? arg0) => CallStaticJavaMethod(className, methodName, [arg0]);

    public object? CallStaticJavaMethod(string className, string methodName, object? arg0, object? arg1) =>
        CallStaticJavaMethod(className, methodName, [arg0, arg1]);

    public object? CallStaticJavaMethod(string className, string methodName, params object?[] args) =>
        ToManaged(CallStatic(className, methodName, args));

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, object? arg0) =>
        CallNonStaticJavaMethod(jvmObject, methodName, [arg0]);

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, object? arg0, object? arg1) =>
        CallNonStaticJavaMethod(jvmObject, methodName, [arg0, arg1]);

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, params object?[] args) =>
        ToManaged(Call(jvmObject, methodName, args));

    /// <summary>A static call whose result stays as Java has it: an array is a reference.</summary>
    public object? CallStatic(string className, string methodName, params object?[] args)
    {
        using JvmArguments arguments = new(this, args);
        return Execute(
            CommandWriter.Begin().Line("c").Line("z:", className).Line(methodName).Arguments(arguments.Values).End(), className, methodName);
    }

    /// <summary>A call whose result stays as Java has it: an array is a reference.</summary>
    public object? Call(JvmObjectReference target, string methodName, params object?[] args)
    {
        using JvmArguments arguments = new(this, args);
        object? result = Execute(
            CommandWriter.Begin().Line("c").Line(target.Id).Line(methodName).Arguments(arguments.Values).End(), null, methodName);
        GC.KeepAlive(target); // its finalizer would let Java forget it in the middle of the call
        return result;
    }

    /// <summary>A static field; MODULE$ of class X$ is the Scala object X.</summary>
    public object? GetStaticField(string className, string field) =>
        Execute(CommandWriter.Begin().Line("r").Line("m").Line(className).Line(field).End(), className, field);

    /// <summary>Registers a C# object that Java can call through the interfaces.</summary>
    public JvmProxy CreateProxy(IJvmCallback target, params string[] interfaces)
    {
        lock (_callbackGate)
        {
            _callbacks ??= StartCallbacks();
        }

        return Proxies.Add(target, interfaces);
    }

    /// <summary>Until disposed, all calls of this .NET thread run on one JVM thread (job groups and the active session live there).</summary>
    public IDisposable PinThread()
    {
        GatewayConnection? own = ThreadConnection.Of(this);
        return own is null ? ThreadConnection.Enter(_pool.Rent(), _pool.Return) : ThreadConnection.Enter(own);
    }

    /// <summary>What there is to know about a Java exception that was returned, not thrown.</summary>
    public JvmException Describe(JvmObjectReference throwable)
    {
        using IDisposable pinned = PinThread();
        return ThrowableReader.Read(ThreadConnection.Of(this)!, throwable);
    }

    /// <summary>How many Java objects the JVM keeps alive for this process.</summary>
    public int BindingCount()
    {
        using JvmObjectReference bindings = Bindings();
        return (int)Call(bindings, "size")!;
    }

    /// <summary>Ends the JVM if this program started it.</summary>
    public void Dispose()
    {
        _releaser.Dispose();
        _callbacks?.Dispose();
        _process?.Dispose(); // before the pool: the JVM leaves in good order while its sockets are open
        _pool.Dispose();
    }

    internal JvmObjectReference Bind(RemoteObject remote)
    {
        JvmObjectReference reference = new(this, remote.Id, remote.Kind);
        _releaser.Created();
        return reference;
    }

    /// <summary>Called by a reference that is disposed or collected.</summary>
    internal void Release(string id) => _releaser.Released(id);

    internal void Forget(string id) => Execute(CommandWriter.Begin().Line("m").Line("d").Line(id).End(), id, "release");

    /// <summary>Forgets many objects in few calls.</summary>
    internal void Forget(StringBuilder blankSeparatedIds)
    {
        using JvmObjectReference bindings = Bindings();
        using JvmObjectReference names = (JvmObjectReference)Call(bindings, "keySet")!;
        using JvmObjectReference list = SplitToList(blankSeparatedIds.ToString(), " ");
        Call(names, "removeAll", list);
    }

    /// <summary>The map in the JVM of what it keeps alive for this process, by name.</summary>
    internal JvmObjectReference Bindings()
    {
        using JvmObjectReference gateway = (JvmObjectReference)Call(_server, "getGateway")!;
        return (JvmObjectReference)Call(gateway, "getBindings")!;
    }

    private object? Execute(CommandWriter command, string? owner, string member)
    {
        try
        {
            if (ThreadConnection.Of(this) is { } own)
            {
                return own.Execute(command);
            }

            GatewayConnection connection = _pool.Send(command);
            try
            {
                return connection.ReadReply();
            }
            finally
            {
                _pool.Return(connection);
            }
        }
        catch (JvmException e)
        {
            string name = owner is null ? member : $"{owner}.{member}";
            throw new JvmCallException($"The Java call {name} failed: {e.JavaClass}: {e.JavaMessage}", e);
        }
    }

    private CallbackListener StartCallbacks()
    {
        CallbackListener listener = new(this);
        using JvmObjectReference client = (JvmObjectReference)Call(_server, "getCallbackClient")!;
        using JvmObjectReference address = (JvmObjectReference)Call(client, "getAddress")!;
        Call(_server, "resetCallbackClient", address, listener.Port);
        _pool.Clear(); // Java threads of older connections would call back over sockets of their own instead of in place
        return listener;
    }

    // Without pinned threads a callback's calls run on some other JVM thread, outside the query's job group: stop() hangs.
    private void RefuseUnpinnedServer()
    {
        using JvmObjectReference serverClass = (JvmObjectReference)Call(_server, "getClass")!;
        string name = (string)Call(serverClass, "getName")!;
        if (name != PinnedServer)
        {
            throw new GatewayException(
                $"The JVM runs {name}, in which a stopped query waits for ever for its callback. Unset PYSPARK_PIN_THREAD (or set it to true) and start again.");
        }
    }
}
