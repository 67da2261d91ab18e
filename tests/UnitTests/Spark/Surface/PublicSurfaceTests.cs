using System.Runtime.CompilerServices;
using Microsoft.Spark;

namespace UnitTests.Spark.Surface;

/// <summary>
/// surface.txt is the whole public surface, as it is; published.txt is Microsoft.Spark 2.3.1's, as far as this library offers it,
/// written down from its publication and not from this library.
/// </summary>
public sealed class PublicSurfaceTests
{
    private static readonly IReadOnlyList<string> Actual = PublicSurface.Of(typeof(SparkConf).Assembly);

    // Object and exception plumbing that every class has, and members published types have by what they derive from.
    private static readonly string[] Unpublished =
    [
        "Microsoft.Spark.JvmException.", "Microsoft.Spark.JvmCallException", "Microsoft.Spark.JavaCause", "Microsoft.Spark.Gateway",
        "Microsoft.Spark.Extensions.", "Microsoft.Spark.Interop.",
    ];

    [Fact]
    public void The_surface_is_the_one_checked_in()
    {
        string actual = Path.Combine(AppContext.BaseDirectory, "surface.actual.txt");
        File.WriteAllLines(actual, Actual);
        string[] expected = Read("surface.txt");

        string difference = string.Join(
            Environment.NewLine,
            Actual.Except(expected).Select(line => "+ " + line).Concat(expected.Except(Actual).Select(line => "- " + line)));

        Assert.True(
            difference.Length == 0,
            $"The public surface of spark/ changed:\n{difference}\nIf that is meant: cp '{actual}' '{Checked("surface.txt")}'");
    }

    [Fact]
    public void What_Microsoft_Spark_publishes_is_offered_letter_by_letter()
    {
        string missing = string.Join(Environment.NewLine, Published().Except(Actual));

        Assert.True(missing.Length == 0, $"published.txt promises what spark/ does not offer in these very words:\n{missing}");
    }

    [Fact]
    public void Nothing_is_added_to_what_Microsoft_Spark_publishes()
    {
        string added = string.Join(
            Environment.NewLine,
            Actual.Except(Published()).Where(line => !Unpublished.Any(known => Bare(line).StartsWith(known, StringComparison.Ordinal))));

        Assert.True(
            added.Length == 0,
            $"These would let a job depend on this library by accident; they belong into Microsoft.Spark.Extensions:\n{added}");
    }

    private static string Bare(string line) => line.StartsWith("static ", StringComparison.Ordinal) ? line["static ".Length..] : line;

    private static IEnumerable<string> Published() =>
        Read("published.txt").Where(line => line.Length > 0 && !line.StartsWith('#'));

    private static string[] Read(string file) => File.ReadAllLines(Checked(file));

    private static string Checked(string file, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, file);
}
