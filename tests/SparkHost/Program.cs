using Microsoft.Spark.Extensions;
using Microsoft.Spark.Interop;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql;
using SparkHost;

// A driver of a few lines, which tests start, stop and kill. It says "ready <own process> <JVM's process>", then does as its first argument says:
// exit <code> leaves at once; block waits inside a Java call; echo repeats lines of its input through Java; idle waits outside Java;
// map says the process of an executor's worker, at first and for each line of its input.
// Anything that fails is said on standard error and ends it with code 1, as a driver should.
if (SparkWorker.Serve(args))
{
    return 0;
}

try
{
    using IJvmBridge jvm = SparkEnvironment.JvmBridge;
    using JvmObjectReference process = (JvmObjectReference)jvm.CallStaticJavaMethod("java.lang.ProcessHandle", "current")!;
    Console.WriteLine($"ready {Environment.ProcessId} {process.Invoke("pid")}");
    switch (args[0])
    {
        case "exit":
            return int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
        case "block":
            jvm.CallStaticJavaMethod("java.lang.Thread", "sleep", 600_000L);
            return 0;
        case "echo":
            while (Console.ReadLine() is { } line)
            {
                Console.WriteLine(jvm.CallStaticJavaMethod("java.util.Objects", "toString", line));
            }

            return 0;
        case "map":
            do
            {
                Console.WriteLine(SparkSession.Builder().GetOrCreate().Range(1).MapPartitions(new WorkerProcess()).CollectAs<WorkerProcess.Result>()[0].Id);
            }
            while (Console.ReadLine() is not null);

            return 0;
        case "idle":
            Thread.Sleep(Timeout.Infinite);
            return 0;
        default:
            Console.WriteLine(string.Join('|', args));
            return 0;
    }
}
catch (Exception e)
{
    // The outermost edge: whatever it is, it is said and ends the program.
    Console.Error.WriteLine(e);
    return 1;
}
