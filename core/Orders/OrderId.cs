using System.Buffers;

namespace SpecialDelivery.Core.Orders;

/// <summary>What the id of a trip or a package may look like.</summary>
/// <remarks>Ids become Kafka keys, Redis fields, document ids and URL segments: only characters that are plain in all four are allowed, so each id survives byte for byte.</remarks>
public static class OrderId
{
    /// <summary>Longest id, characters.</summary>
    public const int MaxLength = 64;

    /// <summary>The rule in words.</summary>
    public const string Rule = "an id is 1 to 64 letters, digits, '.', '_', '~' and '-', and neither '.' nor '..'";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-");

    /// <summary>Whether a text is an id.</summary>
    /// <param name="id">Any text.</param>
    /// <returns>True for 1 to <see cref="MaxLength"/> characters of letters, digits, '.', '_', '~' and '-'; the names "." and ".." are refused.</returns>
    public static bool IsValid(ReadOnlySpan<char> id) =>
        id.Length is > 0 and <= MaxLength && !id.ContainsAnyExcept(Allowed) && id is not "." and not "..";

    /// <summary>What is wrong with a text that is no id; it is not repeated, for it may hold what no log should show.</summary>
    internal static string Describe(ReadOnlySpan<char> id) =>
        id is "." or ".." ? $"is '{id}': {Rule}" : Spelling.Describe(id, Allowed, Rule);
}
