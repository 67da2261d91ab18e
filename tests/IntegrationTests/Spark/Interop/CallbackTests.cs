using System.Diagnostics;
using Microsoft.Spark;
using Microsoft.Spark.Interop.Ipc;

namespace IntegrationTests.Spark.Interop;

[Collection(SparkTests.Name)]
public sealed class CallbackTests(SparkFixture spark)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly JvmBridge _jvm = spark.Bridge;

    [Fact]
    public void A_callback_during_a_call_runs_in_place_and_its_own_calls_on_the_waiting_Java_thread()
    {
        int here = Environment.CurrentManagedThreadId, there = 0;
        long javaThread = 0;
        using IDisposable pinned = _jvm.PinThread();
        using JvmObjectReference thread = NewThread(() =>
        {
            there = Environment.CurrentManagedThreadId;
            javaThread = JavaThread();
        });

        thread.Invoke("run"); // run, not start: on the thread of this very call

        Assert.Equal(here, there);
        Assert.Equal(JavaThread(), javaThread);
    }

    [Fact]
    public void A_callback_from_a_thread_of_Java_runs_its_calls_on_that_thread()
    {
        long seen = 0;
        using JvmObjectReference thread = NewThread(() => seen = JavaThread());

        Run(thread);

        Assert.Equal(thread.Invoke("getId"), seen);
    }

    [Fact]
    public void Work_a_callback_hands_to_another_thread_goes_over_another_connection()
    {
        long own = 0, others = 0;
        using JvmObjectReference thread = NewThread(() =>
        {
            own = JavaThread();
            Thread other = new(() => others = JavaThread());
            other.Start();
            other.Join();
        });

        Run(thread);

        Assert.NotEqual(own, others);
    }

    [Fact]
    public void Arguments_and_results_pass_through_a_callback()
    {
        JvmProxy twice = _jvm.CreateProxy(new DelegateCallback(args => $"{args[0]}{args[0]}"), "java.util.function.Function");
        using JvmObjectReference some = (JvmObjectReference)_jvm.CallStaticJavaMethod("java.util.Optional", "of", "é\n\\")!;
        using JvmObjectReference mapped = (JvmObjectReference)some.Invoke("map", twice)!;

        Assert.Equal("é\n\\é\n\\", mapped.Invoke("get"));
    }

    [Fact]
    public void A_reference_given_to_a_callback_is_released_after_it()
    {
        JvmObjectReference? kept = null;
        JvmProxy keep = _jvm.CreateProxy(
            new DelegateCallback(args =>
            {
                kept = (JvmObjectReference)args[0]!;
                return kept.Invoke("size");
            }),
            "java.util.function.Function");
        using JvmObjectReference list = _jvm.NewList([1, 2]);
        using JvmObjectReference some = (JvmObjectReference)_jvm.CallStaticJavaMethod("java.util.Optional", "of", list)!;
        using JvmObjectReference mapped = (JvmObjectReference)some.Invoke("map", keep)!;

        Assert.Equal(2, mapped.Invoke("get"));
        Assert.Throws<ObjectDisposedException>(() => kept!.Invoke("size"));
    }

    [Fact]
    public void An_exception_of_CSharp_arrives_in_Java_with_its_text_and_its_cause()
    {
        JvmException thrown = ThrownByCallable(() => throw new InvalidOperationException("no\nto batch 1 🚀"));

        Assert.Equal("java.util.concurrent.ExecutionException", thrown.JavaClass);
        JavaCause cause = thrown.Causes[0];
        Assert.Equal("java.lang.RuntimeException", cause.Class);
        Assert.Contains("System.InvalidOperationException: no\nto batch 1 🚀", cause.Message);
    }

    [Fact]
    public void An_exception_of_Java_passes_through_CSharp_as_it_was()
    {
        JvmException thrown = ThrownByCallable(() => _jvm.CallStaticJavaMethod("java.lang.Integer", "parseInt", "x"));

        Assert.Equal("java.lang.NumberFormatException", thrown.Causes[0].Class);
        Assert.Single(thrown.Causes);
    }

    [Fact]
    public void An_exception_of_CSharp_around_one_of_Java_keeps_it_as_its_cause()
    {
        JvmException thrown = ThrownByCallable(() =>
        {
            try
            {
                return _jvm.CallStaticJavaMethod("java.lang.Integer", "parseInt", "x");
            }
            catch (JvmCallException e)
            {
                throw new InvalidOperationException("order 17", e);
            }
        });

        Assert.Equal(["java.lang.RuntimeException", "java.lang.NumberFormatException"], thrown.Causes.Select(cause => cause.Class));
    }

    [Fact]
    public void Callbacks_of_several_Java_threads_run_at_the_same_time()
    {
        using Barrier all = new(4);
        bool[] met = new bool[4];
        JvmObjectReference[] threads = [.. Enumerable.Range(0, 4).Select(i => NewThread(() => met[i] = all.SignalAndWait(Limit)))];

        foreach (JvmObjectReference thread in threads)
        {
            thread.Invoke("start");
        }

        foreach (JvmObjectReference thread in threads)
        {
            thread.Invoke("join");
            thread.Dispose();
        }

        Assert.All(met, Assert.True);
    }

    [Fact]
    public void Sockets_between_callbacks_cost_no_threads()
    {
        const int Many = 40;
        Run(NewThread(() => { }));
        int threadsBefore = Process.GetCurrentProcess().Threads.Count;
        int socketsBefore = _jvm.CallbackConnections;

        for (int i = 0; i < Many; i++)
        {
            Run(NewThread(() => { }));
        }

        Assert.Equal(socketsBefore + Many, _jvm.CallbackConnections); // Java keeps one for each thread that ever called
        using Process self = Process.GetCurrentProcess();
        Assert.InRange(self.Threads.Count - threadsBefore, -Many, Many / 2);
    }

    [Fact]
    public void A_callback_is_dropped_when_Java_has_forgotten_it()
    {
        int before = _jvm.Proxies.Count;
        for (int i = 0; i < 50; i++)
        {
            NewThread(() => { }).Dispose();
        }

        Assert.True(_jvm.Proxies.Count >= before + 50 - 1);
        Assert.True(Eventually(() =>
        {
            _jvm.CallStaticJavaMethod("java.lang.System", "gc");
            return _jvm.Proxies.Count < before + 10;
        }));
    }

    [Fact]
    public void An_unknown_callback_is_refused_and_the_connection_stays_good()
    {
        JvmProxy made = _jvm.CreateProxy(new DelegateCallback(() => { }), "java.lang.Runnable");
        _jvm.Proxies.Remove(made.Id);
        using JvmObjectReference thread = _jvm.CallConstructor("java.lang.Thread", made);

        JvmCallException e = Assert.Throws<JvmCallException>(() => thread.Invoke("run"));

        Assert.Contains("No callback of this program", e.Message);
        Assert.True(JavaThread() > 0);
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

    private static void Run(JvmObjectReference thread)
    {
        thread.Invoke("start");
        thread.Invoke("join");
    }

    private JvmObjectReference NewThread(Action action) =>
        _jvm.CallConstructor("java.lang.Thread", _jvm.CreateProxy(new DelegateCallback(action), "java.lang.Runnable"));

    private long JavaThread()
    {
        using JvmObjectReference thread = (JvmObjectReference)_jvm.CallStaticJavaMethod("java.lang.Thread", "currentThread")!;
        return (long)thread.Invoke("getId")!;
    }

    private JvmException ThrownByCallable(Func<object?> function)
    {
        JvmProxy callable = _jvm.CreateProxy(new DelegateCallback(_ => function()), "java.util.concurrent.Callable");
        using JvmObjectReference task = _jvm.CallConstructor("java.util.concurrent.FutureTask", callable);
        task.Invoke("run");
        JvmCallException e = Assert.Throws<JvmCallException>(() => task.Invoke("get"));
        return Assert.IsType<JvmException>(e.InnerException);
    }
}
