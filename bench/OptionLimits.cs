using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SpecialDelivery.Bench.Jobs;

namespace SpecialDelivery.Bench;

/// <summary>Limits of what a command line may ask for.</summary>
internal static class OptionLimits
{
    /// <summary>Refuses smaller numbers.</summary>
    /// <typeparam name="T">Kind of number.</typeparam>
    /// <param name="option">The option.</param>
    /// <param name="least">The smallest one.</param>
    public static void AtLeast<T>(this Option<T> option, T least)
        where T : struct, IComparable<T> => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<T>().CompareTo(least) < 0)
        {
            result.AddError($"{option.Name} must be at least {least}.");
        }
    });

    /// <summary>Refuses so few records that the batches to warm up leave none to measure.</summary>
    /// <typeparam name="TMost">Kind of number.</typeparam>
    /// <typeparam name="TRecords">Kind of number.</typeparam>
    /// <param name="verb">The benchmark of a job.</param>
    /// <param name="maxRecords">Most records of one batch.</param>
    /// <param name="records">How many records there are, added up.</param>
    public static void LeavesWarmBatches<TMost, TRecords>(this Command verb, Option<TMost> maxRecords, params Option<TRecords>[] records)
        where TMost : struct
        where TRecords : struct => verb.Validators.Add(result =>
    {
        long most = Asked(result, maxRecords);
        long all = records.Sum(option => Asked(result, option));
        long least = (BatchLine.ColdBatches + 1) * most;
        if (all < least)
        {
            result.AddError($"{all:N0} records make too few batches of {most:N0}: the first {BatchLine.ColdBatches} only warm up. Take at least {least:N0}, or a smaller {maxRecords.Name}.");
        }
    });

    /// <summary>A command is checked before options that were not given have got their defaults.</summary>
    private static long Asked<T>(CommandResult result, Option<T> option)
        where T : struct => Convert.ToInt64(result.GetResult(option) is { } given ? given.GetValueOrDefault<T>() : option.GetDefaultValue(), CultureInfo.InvariantCulture);
}
