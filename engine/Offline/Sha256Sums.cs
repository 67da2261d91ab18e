using System.Security.Cryptography;

namespace SpecialDelivery.Engine.Offline;

/// <summary>A file of sums as <c>sha256sum</c> writes and checks it.</summary>
internal static class Sha256Sums
{
    /// <summary>Its name beside the archives.</summary>
    public const string FileName = "SHA256SUMS";

    /// <summary>Sum by file name.</summary>
    /// <exception cref="EngineException">A line is not a sum, two blanks and a name.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> lines)
    {
        Dictionary<string, string> sums = new(StringComparer.Ordinal);
        foreach (string line in lines.Where(line => line.Length > 0))
        {
            if (line.Split("  ", 2) is not [{ Length: 64 } sum, { Length: > 0 } name] || !sum.All(char.IsAsciiHexDigitLower) || !sums.TryAdd(name, sum))
            {
                throw new EngineException($"{FileName} holds a line that is not a sum, two blanks and a new name: '{line}'.");
            }
        }

        return sums;
    }

    /// <summary>The lines for some sums, in the order of the names.</summary>
    public static IEnumerable<string> Format(IReadOnlyDictionary<string, string> sums) =>
        sums.OrderBy(sum => sum.Key, StringComparer.Ordinal).Select(sum => $"{sum.Value}  {sum.Key}");

    /// <summary>The sum of a stream from where it stands.</summary>
    public static string Of(Stream stream) => Convert.ToHexStringLower(SHA256.HashData(stream));

    /// <summary>The sum of a file.</summary>
    public static string Of(FileInfo file)
    {
        using FileStream stream = file.OpenRead();
        return Of(stream);
    }
}
