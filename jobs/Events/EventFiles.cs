using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.AppEvents.Files;

namespace SpecialDelivery.Jobs.Events;

/// <summary>Files of events by the hour: <c>year=2016/month=6/day=10/hour=1/</c>, few per hour, and each batch's its own.</summary>
/// <param name="spark">The session.</param>
/// <param name="root">Folder of all files.</param>
/// <param name="stage">Where batches come from.</param>
internal sealed class EventFiles(SparkSession spark, string root, EventStage stage)
{
    private readonly HadoopFiles _files = new(spark);

    /// <summary>Ends what a crash may have left half done: files that stand merged beside themselves, and old stages.</summary>
    public void Recover()
    {
        _files.Delete($"{root}/_staging");
        foreach (IGrouping<string, (string Hour, HourFile File)> hour in Ours(_files.List(root)).GroupBy(found => found.Hour))
        {
            foreach (HourFile left in Compaction.Leftovers([.. hour.Select(found => found.File)]))
            {
                _files.Delete($"{root}/{hour.Key}/{left.Name}");
            }
        }
    }

    /// <summary>Puts a batch's staged files in place of those of an earlier attempt.</summary>
    /// <param name="batch">The batch.</param>
    /// <returns>The hours it touched.</returns>
    public IReadOnlyCollection<string> Publish(long batch)
    {
        string staged = stage.FolderOf(batch);
        string[] paths = [.. _files.List(staged).Where(path => path.EndsWith(".parquet", StringComparison.Ordinal))];
        ILookup<string, string> byHour = paths.ToLookup(path => path[..path.LastIndexOf('/')]);
        foreach (IGrouping<string, string> hour in byHour)
        {
            foreach ((_, HourFile earlier) in Ours(_files.List($"{root}/{hour.Key}"), hour.Key).Where(found => !found.File.IsMerged && found.File.First == batch))
            {
                _files.Delete($"{root}/{hour.Key}/{earlier.Name}");
            }

            int number = 0;
            foreach (string path in hour)
            {
                _files.Move($"{staged}/{path}", $"{root}/{hour.Key}/{HourFile.Of(batch, number++).Name}");
            }
        }

        return [.. byHour.Select(hour => hour.Key)];
    }

    /// <summary>Merges small files where there are many of them.</summary>
    /// <param name="hours">The hours to look at.</param>
    /// <param name="settledBefore">Batches below this one are never repeated.</param>
    public void Compact(IEnumerable<string> hours, long settledBefore)
    {
        foreach (string hour in hours)
        {
            HourFile[] files = [.. Ours(_files.List($"{root}/{hour}"), hour).Select(found => found.File)];
            IReadOnlyList<HourFile> merge = Compaction.Plan(files, settledBefore);
            if (merge.Count > 0)
            {
                Merge(hour, merge);
            }
        }
    }

    /// <summary>Forgets a batch's stage.</summary>
    /// <param name="batch">The batch.</param>
    public void Clear(long batch) => _files.Delete(stage.FolderOf(batch));

    private void Merge(string hour, IReadOnlyList<HourFile> files)
    {
        string place = $"{root}/_staging/merge";
        spark.Read().Parquet([.. files.Select(file => $"{root}/{hour}/{file.Name}")]).Coalesce(1).Write().Mode(SaveMode.Overwrite).Parquet(place);
        string written = _files.List(place).Single(path => path.EndsWith(".parquet", StringComparison.Ordinal));

        // The merged file first: should a crash come between, it tells by its name which files it holds, and Recover removes those.
        _files.Move($"{place}/{written}", $"{root}/{hour}/{Compaction.Result(files).Name}");
        foreach (HourFile file in files)
        {
            _files.Delete($"{root}/{hour}/{file.Name}");
        }
    }

    private static IEnumerable<(string Hour, HourFile File)> Ours(IEnumerable<string> paths, string? hour = null)
    {
        foreach (string path in paths.Where(path => !path.StartsWith('_')))
        {
            int slash = path.LastIndexOf('/');
            if (HourFile.Parse(path[(slash + 1)..]) is { } file)
            {
                yield return (hour ?? (slash < 0 ? "" : path[..slash]), file);
            }
        }
    }
}
