using System.Globalization;
using System.Text.RegularExpressions;

namespace SpecialDelivery.Core.AppEvents.Files;

/// <summary>A file of one hour's events; its name tells which batches it holds, so that a repeated batch finds and replaces its own.</summary>
/// <param name="First">First batch.</param>
/// <param name="Last">Last batch; it holds all of that hour's events of the batches from the first to this one.</param>
/// <param name="IsMerged">Whether compaction made it.</param>
/// <param name="Number">Tells files of the same batch apart, from 0.</param>
public readonly partial record struct HourFile(long First, long Last, bool IsMerged, int Number)
{
    /// <summary>Its name, such as <c>b0000000012-000.parquet</c> or <c>m0000000000-0000000011-000.parquet</c>.</summary>
    public string Name => IsMerged
        ? string.Create(CultureInfo.InvariantCulture, $"m{First:D10}-{Last:D10}-{Number:D3}.parquet")
        : string.Create(CultureInfo.InvariantCulture, $"b{First:D10}-{Number:D3}.parquet");

    /// <summary>A file as a batch writes it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="number">From 0.</param>
    public static HourFile Of(long batch, int number) => new(batch, batch, IsMerged: false, number);

    /// <summary>Reads a name.</summary>
    /// <param name="name">Any file name.</param>
    /// <returns>The file; null when the job did not write it.</returns>
    public static HourFile? Parse(string name)
    {
        if (Written().Match(name) is { Success: true } written)
        {
            return Of(Digits(written.Groups[1]), (int)Digits(written.Groups[2]));
        }

        return Merged().Match(name) is { Success: true } merged
            ? new(Digits(merged.Groups[1]), Digits(merged.Groups[2]), IsMerged: true, (int)Digits(merged.Groups[3]))
            : null;

        static long Digits(Group digits) => long.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a merged file holds all that another one holds: what is left of a merge that a crash interrupted.</summary>
    /// <param name="other">The other file.</param>
    public bool Covers(HourFile other) => IsMerged && this != other && First <= other.First && other.Last <= Last && (!other.IsMerged || other.Last - other.First < Last - First);

    [GeneratedRegex(@"^b([0-9]{10})-([0-9]{3})\.parquet$")]
    private static partial Regex Written();

    [GeneratedRegex(@"^m([0-9]{10})-([0-9]{10})-([0-9]{3})\.parquet$")]
    private static partial Regex Merged();
}
