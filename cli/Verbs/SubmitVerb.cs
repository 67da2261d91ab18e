using System.CommandLine;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Processes;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd submit</c>.</summary>
internal static class SubmitVerb
{
    public static Command Create()
    {
        Option<string> master = new("--master") { Description = "Spark's master URL.", DefaultValueFactory = _ => "spark://127.0.0.1:7077" };
        Option<string> memory = new("--driver-memory") { Description = "Heap of the driver.", DefaultValueFactory = _ => "3g" };
        Option<string> executors = new("--executor-memory") { Description = "Heap of each executor.", DefaultValueFactory = _ => "2g" };
        Argument<string[]> words = ProgramVerb.Words("job", "matching or transactions, and its options.");
        Verb verb = new("submit", "Submit a job to a Spark cluster with spark-submit; the driver runs here.",
            "sd up --spark && sd submit matching --once",
            "sd submit matching --master spark://127.0.0.1:7077 --once",
            "sd submit transactions --once")
        {
            master,
            memory,
            executors,
            words,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            string[] job = parsed.GetValue(words)!;
            await using LocalEngine engine = await ProgramVerb.ConnectAsync(ProgramVerb.ServersOf(job), cancel);
            EngineAddresses addresses = engine.Addresses;
            string[] submit =
            [
                "--master", parsed.GetValue(master)!,
                "--name", job.FirstOrDefault("job"),
                "--driver-memory", parsed.GetValue(memory)!,
                "--executor-memory", parsed.GetValue(executors)!,

                // Spark's Python runner starts any program; its second argument, the list of Python files, has to be there.
                "--class", "org.apache.spark.deploy.PythonRunner",
                "--conf", "spark.pyspark.driver.python=dotnet",
                "spark-internal", ProgramProcess.Jobs.FullName, ".",
                .. job,
            ];
            return await BoundProgram.RunAsync(
                Path.Combine(addresses.SparkHome.FullName, "bin", "spark-submit"), submit, addresses.ToEnvironment(), onOutput: null, cancel);
        });
        return verb;
    }
}
