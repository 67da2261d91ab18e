namespace SpecialDelivery.Core.AppEvents.Files;

/// <summary>Which files of an hour are to be merged into one.</summary>
/// <remarks>
/// Only files of batches that can never be repeated: a merged batch could not replace its own file any more. Small files are merged when
/// there are a few, merged ones when there are a few of them, so an hour never holds many files and no event is written again often.
/// </remarks>
public static class Compaction
{
    /// <summary>An hour holds at most this many files after each batch, with two files a batch.</summary>
    public const int MostFiles = 12;

    private const int MostWritten = 4;
    private const int MostMerged = 3;

    /// <summary>Plans the next merge of an hour.</summary>
    /// <param name="files">The hour's files.</param>
    /// <param name="settledBefore">Batches below this one are never repeated.</param>
    /// <returns>The files to merge, at least two; empty when there is nothing to do.</returns>
    public static IReadOnlyList<HourFile> Plan(IReadOnlyCollection<HourFile> files, long settledBefore)
    {
        ArgumentNullException.ThrowIfNull(files);
        HourFile[] settled = [.. files.Where(file => file.Last < settledBefore).OrderBy(file => file.First).ThenBy(file => file.Number)];
        HourFile[] written = [.. settled.Where(file => !file.IsMerged)];
        if (written.Length <= MostWritten)
        {
            return [];
        }

        HourFile[] merged = [.. settled.Where(file => file.IsMerged)];

        // The range of a merged file must hold no other file, so all small ones go in, and with too many merged ones everything does.
        return merged.Length >= MostMerged ? settled : written;
    }

    /// <summary>The file that a merge makes.</summary>
    /// <param name="merged">What it merges.</param>
    public static HourFile Result(IReadOnlyList<HourFile> merged) => new(merged.Min(file => file.First), merged.Max(file => file.Last), IsMerged: true, Number: 0);

    /// <summary>Files whose events stand in a merged file too: a crash came between the merge and their removal.</summary>
    /// <param name="files">The hour's files.</param>
    public static IEnumerable<HourFile> Leftovers(IReadOnlyCollection<HourFile> files) => files.Where(file => files.Any(merged => merged.Covers(file)));
}
