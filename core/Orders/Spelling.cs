using System.Buffers;
using System.Text;

namespace SpecialDelivery.Core.Orders;

/// <summary>What is wrong with a text of which only some characters are allowed.</summary>
internal static class Spelling
{
    /// <summary>Names the first character that is not allowed, else the length; the text is not repeated, for it may hold what no log should show.</summary>
    /// <param name="text">A text that breaks its rule.</param>
    /// <param name="allowed">The characters it may hold.</param>
    /// <param name="rule">The rule in words.</param>
    public static string Describe(ReadOnlySpan<char> text, SearchValues<char> allowed, string rule)
    {
        int at = text.IndexOfAnyExcept(allowed);
        if (at < 0)
        {
            return $"has {text.Length} characters: {rule}";
        }

        Rune.DecodeFromUtf16(text[at..], out Rune rune, out _);
        return $"holds U+{rune.Value:X4} at character {at + 1}: {rule}";
    }
}
