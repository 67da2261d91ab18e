using System.CommandLine;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Jobs.Metrics;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>The options that every job has.</summary>
/// <param name="job">The job's name.</param>
/// <param name="home">Folder of everything the programs keep.</param>
/// <param name="defaultMaster">Spark's master URL unless the command line names one.</param>
internal sealed class JobOptions(string job, string home, string defaultMaster)
{
    private readonly Option<bool> _once = new("--once") { Description = "Catch up with the topics, then stop." };
    private readonly Option<bool> _json = new("--json") { Description = "Print a JSON line per batch on standard output." };
    private readonly Option<string?> _checkpoint = new("--checkpoint") { Description = $"Folder in which Spark keeps how far it read. Default: checkpoints/{job} in the programs' own folder." };

    private readonly Option<string> _master = new("--master") { Description = "Spark's master URL.", DefaultValueFactory = _ => defaultMaster };
    private readonly Option<string> _memory = new("--driver-memory") { Description = "Heap of Spark's driver.", DefaultValueFactory = _ => "3g" };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _once, _json, _checkpoint, _master, _memory })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether to stop when the job has caught up.</summary>
    public bool Once(ParseResult parsed) => parsed.GetValue(_once);

    /// <summary>The checkpoint folder.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="variant">Added to the default's name, for a query that must not share it.</param>
    public string Checkpoint(ParseResult parsed, string variant = "") =>
        (parsed.GetValue(_checkpoint) ?? Path.Combine(Path.GetFullPath(home), "checkpoints", job + variant)).TrimEnd('/');

    /// <summary>Takes a checkpoint for this process, as only one may write to it, and clears away what would keep Spark from using it.</summary>
    /// <param name="folder">The checkpoint.</param>
    /// <returns>The lock; null for a folder that is not local.</returns>
    /// <exception cref="JobException">Another process holds it.</exception>
    public static CheckpointLock? Take(string folder)
    {
        CheckpointLock? held = CheckpointLock.Take(folder);
        Recovery.Checkpoint.DropOrphanedChecksums(folder);
        return held;
    }

    /// <summary>Opens the session; the job's lag is noted after each batch.</summary>
    public SparkSession OpenSpark(ParseResult parsed)
    {
        SparkSession spark = SparkSessions.Open(job, parsed.GetValue(_master)!, parsed.GetValue(_memory)!);
        spark.AddListener(new LagListener(new JobMetrics(job)));
        return spark;
    }

    /// <summary>Says that the job runs.</summary>
    public void TellRunning(ParseResult parsed) =>
        Console.WriteLine(parsed.GetValue(_json) ? """{"state":"running"}""" : $"{job}: running; Ctrl-C stops it after the batch");

    /// <summary>Tells a batch: a line for the operator, and one for a program that asked.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="line">For the operator.</param>
    /// <param name="json">For a program.</param>
    public void Tell(ParseResult parsed, string line, string json)
    {
        if (parsed.GetValue(_json))
        {
            Console.WriteLine(json);
        }

        Console.Error.WriteLine(line);
    }
}
