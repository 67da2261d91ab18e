using Microsoft.Spark;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Interop.Wire;

namespace UnitTests.Spark.Interop;

/// <summary>The bridge against a JVM that answers by script, byte for byte.</summary>
public sealed class JvmBridgeTests
{
    [Fact]
    public void A_call_is_one_command_and_one_answer()
    {
        using FakeJvm jvm = new((_, _) => "!yi7");
        using JvmBridge bridge = new(jvm.Port, FakeJvm.Secret);

        Assert.Equal(7, bridge.CallStaticJavaMethod("a.B", "c", 1, "x\ny"));

        Assert.Equal([@"c z:a.B c i1 sx\ny"], jvm.Commands);
    }

    [Fact]
    public void An_answer_may_come_in_pieces()
    {
        using FakeJvm jvm = new((_, connection) =>
        {
            connection.Write("!ysfirst ");
            connection.Write(new string('x', 20_000));
            return " last";
        });
        using JvmBridge bridge = new(jvm.Port, FakeJvm.Secret);

        Assert.Equal("first " + new string('x', 20_000) + " last", bridge.CallStaticJavaMethod("a.B", "c"));
    }

    [Fact]
    public void A_callback_before_the_answer_is_served_in_place_with_its_own_calls_on_the_same_connection()
    {
        string? reply = null;
        string proxy = "";
        using FakeJvm jvm = new((command, connection) =>
        {
            if (command == "c z:a.B outer")
            {
                connection.Write($"c\n{proxy}\nrun\nL5\nsa\\nb\nro9\ne\n");
                Assert.Equal("c z:a.B inner L5", connection.ReadCommand());
                connection.WriteLine("!ysnested");
                reply = connection.ReadLine();
                return "!yi1";
            }

            return Anything(command);
        });
        using JvmBridge bridge = new(jvm.Port, FakeJvm.Secret);
        object?[] seen = [];
        int thread = 0;
        proxy = bridge.CreateProxy(new Callback(args =>
        {
            seen = args;
            thread = Environment.CurrentManagedThreadId;
            return bridge.CallStaticJavaMethod("a.B", "inner", args[0]);
        }), "x.Y").Id;

        Assert.Equal(1, bridge.CallStaticJavaMethod("a.B", "outer"));

        Assert.Equal("!ysnested", reply);
        Assert.Equal([5L, "a\nb"], seen[..2]);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public void A_forgotten_proxy_is_dropped_and_answered_in_the_middle_of_a_call()
    {
        string proxy = "";
        string? reply = null;
        using FakeJvm jvm = new((command, connection) =>
        {
            if (command == "c z:a.B c")
            {
                connection.Write($"g\n{proxy}\ne\n");
                reply = connection.ReadLine();
                return "!yv";
            }

            return Anything(command);
        });
        using JvmBridge bridge = new(jvm.Port, FakeJvm.Secret);
        proxy = bridge.CreateProxy(new Callback(_ => null), "x.Y").Id;
        Assert.Equal(1, bridge.Proxies.Count);

        bridge.CallStaticJavaMethod("a.B", "c");

        Assert.Equal("!y", reply);
        Assert.Equal(0, bridge.Proxies.Count);
    }

    [Fact]
    public void An_idle_connection_the_JVM_closed_is_replaced_without_the_caller_noticing()
    {
        using FakeJvm jvm = new((_, _) => "!yi7");
        using JvmBridge bridge = new(jvm.Port, FakeJvm.Secret);
        bridge.CallStaticJavaMethod("a.B", "one");

        jvm.HangUp();

        Assert.Equal(7, bridge.CallStaticJavaMethod("a.B", "two"));
        Assert.Equal(["c z:a.B one", "c z:a.B two"], jvm.Commands);
    }

    [Fact]
    public void A_command_whose_answer_is_lost_is_never_sent_again()
    {
        using FakeJvm jvm = new((_, _) => null);
        using JvmBridge bridge = new(jvm.Port, FakeJvm.Secret);

        Assert.Throws<GatewayConnectionException>(() => bridge.CallStaticJavaMethod("a.B", "pay"));

        Assert.Equal(["c z:a.B pay"], jvm.Commands);
    }

    [Fact]
    public void After_a_fatal_answer_the_connection_is_not_used_again()
    {
        using FakeJvm jvm = new((command, _) => command.EndsWith("bad", StringComparison.Ordinal) ? @"!zsno\nsuch command" : "!yi7");
        using JvmBridge bridge = new(jvm.Port, FakeJvm.Secret);

        GatewayException e = Assert.Throws<GatewayException>(() => bridge.CallStaticJavaMethod("a.B", "bad"));

        Assert.Contains("no\nsuch command", e.Message);
        Assert.Equal(7, bridge.CallStaticJavaMethod("a.B", "good"));
        Assert.NotEqual(jvm.ConnectionOf("c z:a.B bad"), jvm.ConnectionOf("c z:a.B good"));
    }

    [Fact]
    public void A_Java_exception_is_read_with_its_causes_over_the_connection_it_came_on()
    {
        using FakeJvm jvm = new((command, _) => command switch
        {
            "c z:a.B c" => "!xro1",
            "c o1 getClass" => "!yro2",
            "c o2 getName" => "!ysjava.lang.InterruptedException",
            "c o1 getMessage" => "!yn",
            "p ro1" => "!ystrace\\n\tat x",
            "c o1 getCause" => "!yro3",
            "c o3 getClass" => "!yro4",
            "c o4 getName" => "!ysx.Cause",
            "c o3 getMessage" => "!yswhy",
            "c o3 getCause" => "!yn",
            _ => null,
        });
        using JvmBridge bridge = new(jvm.Port, FakeJvm.Secret);

        JvmCallException e = Assert.Throws<JvmCallException>(() => bridge.CallStaticJavaMethod("a.B", "c"));

        JvmException thrown = Assert.IsType<JvmException>(e.InnerException);
        Assert.Equal("java.lang.InterruptedException", thrown.JavaClass);
        Assert.Null(thrown.JavaMessage);
        Assert.Equal("trace\n\tat x", thrown.JavaStackTrace);
        Assert.Equal([new JavaCause("x.Cause", "why")], thrown.Causes);
        Assert.Contains("a.B.c", e.Message);
        Assert.Equal(jvm.ConnectionOf("c z:a.B c"), jvm.ConnectionOf("p ro1"));
    }

    [Fact]
    public void A_gateway_that_does_not_pin_threads_is_refused_with_the_cure()
    {
        using FakeJvm jvm = new(serverClass: "py4j.GatewayServer");

        GatewayException e = Assert.Throws<GatewayException>(() => new JvmBridge(jvm.Port, FakeJvm.Secret).Dispose());

        Assert.Contains("Unset PYSPARK_PIN_THREAD", e.Message);
    }

    [Fact]
    public void A_wrong_secret_is_said_to_be_one()
    {
        using FakeJvm jvm = new();

        GatewayException e = Assert.Throws<GatewayException>(() => new JvmBridge(jvm.Port, "wrong").Dispose());

        Assert.Contains("PYSPARK_GATEWAY_SECRET", e.Message);
    }

    [Fact]
    public void A_blocked_call_does_not_hold_up_the_others()
    {
        using ManualResetEventSlim release = new();
        using FakeJvm jvm = new((command, _) =>
        {
            if (command.EndsWith("wait", StringComparison.Ordinal))
            {
                release.Wait();
            }

            return "!yi7";
        });
        using JvmBridge bridge = new(jvm.Port, FakeJvm.Secret);
        Thread waiting = new(() => bridge.CallStaticJavaMethod("a.B", "wait"));
        waiting.Start();
        SpinWait.SpinUntil(() => jvm.Commands.Contains("c z:a.B wait"));

        Assert.Equal(7, bridge.CallStaticJavaMethod("a.B", "other"));

        release.Set();
        waiting.Join();
    }

    [Fact]
    public void A_reference_is_released_once_and_then_refused()
    {
        using FakeJvm jvm = new((_, _) => "!yro5");
        using JvmBridge bridge = new(jvm.Port, FakeJvm.Secret);
        JvmObjectReference reference = bridge.CallConstructor("a.B");

        reference.Dispose();
        reference.Dispose();

        Assert.Throws<ObjectDisposedException>(() => reference.Invoke("x"));
        Assert.Throws<ObjectDisposedException>(() => bridge.CallStaticJavaMethod("a.B", "c", reference));
        Assert.Equal(["i a.B"], jvm.Commands);
    }

    [Fact]
    public void A_proxy_id_is_128_random_bits()
    {
        ProxyTable table = new();
        string[] ids = [.. Enumerable.Range(0, 100).Select(_ => table.Add(new Callback(_ => null), ["x.Y"]).Id)];

        Assert.Equal(100, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^p[0-9a-f]{32}$", id));
    }

    private static string Anything(string command) => command switch
    {
        "c GATEWAY_SERVER getCallbackClient" => "!yro6",
        "c o6 getAddress" => "!yro7",
        _ => "!yv",
    };

    private sealed class Callback(Func<object?[], object?> function) : IJvmCallback
    {
        public object? Invoke(string method, object?[] args) => function(args);
    }
}
