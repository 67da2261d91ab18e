using System.Diagnostics;
using Microsoft.Spark;
using Microsoft.Spark.Interop.Ipc;

namespace IntegrationTests.Spark.Interop;

[Collection(SparkTests.Name)]
public sealed class ReferenceTests(SparkFixture spark)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly JvmBridge _jvm = spark.Bridge;

    [Fact]
    public void Dropped_references_do_not_pile_up_in_the_JVM()
    {
        int most = 0;
        for (int i = 0; i < 30_000; i++)
        {
            _jvm.CallConstructor("java.lang.Object");
            most = i % 1000 == 0 ? Math.Max(most, _jvm.BindingCount()) : most;
        }

        Assert.InRange(most, 0, 20_000);
        Assert.True(Eventually(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return _jvm.BindingCount() < 1000;
        }));
    }

    [Fact]
    public void A_disposed_reference_leaves_the_JVM_without_a_collection()
    {
        JvmObjectReference[] made = [.. Enumerable.Range(0, 500).Select(_ => _jvm.CallConstructor("java.lang.Object"))];
        string[] names = [.. made.Select(reference => reference.Id)];
        Assert.All(names, name => Assert.True(Kept(name)));

        foreach (JvmObjectReference reference in made)
        {
            reference.Dispose();
            reference.Dispose(); // twice is once
        }

        Assert.True(Eventually(() => !names.Any(Kept)));

        bool Kept(string name)
        {
            using JvmObjectReference bindings = _jvm.Bindings();
            return (bool)bindings.Invoke("containsKey", name)!;
        }
    }

    [Fact]
    public void A_disposed_reference_is_refused_where_Java_would_take_it_as_null()
    {
        using JvmObjectReference list = _jvm.NewList([]);
        JvmObjectReference gone = _jvm.CallConstructor("java.lang.Object");
        gone.Dispose();

        Assert.Throws<ObjectDisposedException>(() => list.Invoke("add", gone));
        Assert.Throws<ObjectDisposedException>(() => gone.Invoke("toString"));
        Assert.Equal(0, list.Invoke("size"));
    }

    [Fact]
    public void A_pinned_thread_stays_on_one_Java_thread_and_another_gets_its_own()
    {
        using IDisposable pinned = _jvm.PinThread();
        long[] here = [JavaThread(), JavaThread()];
        long[] there = [];
        Thread other = new(() =>
        {
            using IDisposable also = _jvm.PinThread();
            there = [JavaThread(), JavaThread()];
        });
        other.Start();
        other.Join();

        Assert.Equal(here[0], here[1]);
        Assert.Equal(there[0], there[1]);
        Assert.NotEqual(here[0], there[0]);
    }

    [Fact]
    public void A_pin_released_on_another_thread_is_an_error_that_does_no_harm()
    {
        IDisposable? pinned = null;
        Thread owner = new(() => pinned = _jvm.PinThread());
        owner.Start();
        owner.Join();

        Assert.Throws<InvalidOperationException>(pinned!.Dispose);
        Assert.True(JavaThread() > 0);
    }

    [Fact]
    public void A_Java_exception_tells_class_message_causes_and_trace()
    {
        JvmCallException e = Assert.Throws<JvmCallException>(
            () => _jvm.CallStaticJavaMethod("java.util.concurrent.CompletableFuture", "failedFuture", Throwable()) is JvmObjectReference future
                ? future.Invoke("get")
                : null);

        JvmException thrown = Assert.IsType<JvmException>(e.InnerException);
        Assert.Contains("get", e.Message);
        Assert.Equal("java.util.concurrent.ExecutionException", thrown.JavaClass);
        Assert.Equal([new JavaCause("java.lang.IllegalStateException", "outer"), new JavaCause("java.lang.RuntimeException", null)], thrown.Causes);
        Assert.Contains("Caused by: java.lang.IllegalStateException: outer", thrown.JavaStackTrace);

        JvmObjectReference Throwable()
        {
            using JvmObjectReference cause = _jvm.CallConstructor("java.lang.RuntimeException");
            return _jvm.CallConstructor("java.lang.IllegalStateException", "outer", cause);
        }
    }

    [Theory]
    [InlineData("java.lang.NoSuchClass", "x")]
    [InlineData("java.lang.Math", "noSuchMethod")]
    public void What_Java_does_not_have_is_a_gateway_error_and_the_connection_stays_good(string javaClass, string method)
    {
        GatewayException e = Assert.Throws<GatewayException>(() => _jvm.CallStaticJavaMethod(javaClass, method));

        Assert.Contains(javaClass == "java.lang.Math" ? method : javaClass, e.Message);
        Assert.Equal(3, _jvm.CallStaticJavaMethod("java.lang.Math", "abs", -3));
    }

    [Fact]
    public void An_int_is_not_widened_to_a_double() =>
        Assert.Throws<GatewayException>(() => _jvm.CallStaticJavaMethod("java.lang.Math", "sqrt", 4));

    [Fact]
    public void A_static_field_and_a_Scala_object_can_be_had()
    {
        Assert.Equal(int.MaxValue, _jvm.GetStaticField("java.lang.Integer", "MAX_VALUE"));
        Assert.IsType<JvmObjectReference>(_jvm.GetStaticField("org.apache.spark.api.python.PythonUtils$", "MODULE$"));
        Assert.Throws<GatewayException>(() => _jvm.GetStaticField("java.lang.Integer", "NO_SUCH_FIELD"));
    }

    [Fact]
    public void A_wrong_secret_is_refused()
    {
        using JvmObjectReference server = new(_jvm, "GATEWAY_SERVER", JvmObjectReference.NamedByGateway);

        GatewayException e = Assert.Throws<GatewayException>(() => new JvmBridge((int)server.Invoke("getListeningPort")!, "wrong").Dispose());

        Assert.Contains("refused the secret", e.Message);
    }

    [Fact]
    public void Many_threads_call_at_once_and_each_gets_its_own_answers()
    {
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, worker =>
        {
            for (int i = 0; i < 200; i++)
            {
                Assert.Equal((worker * 1000) + i, _jvm.CallStaticJavaMethod("java.lang.Math", "abs", -((worker * 1000) + i)));
            }
        });
    }

    private static bool Eventually(Func<bool> condition)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Limit;)
        {
            if (condition())
            {
                return true;
            }
        }

        return false;
    }

    private long JavaThread()
    {
        using JvmObjectReference thread = (JvmObjectReference)_jvm.CallStaticJavaMethod("java.lang.Thread", "currentThread")!;
        return (long)thread.Invoke("getId")!;
    }
}
