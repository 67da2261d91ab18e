using System.Buffers;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>What the type of an event may look like.</summary>
/// <remarks>Types become parts of document ids and of URLs: only characters that are plain in both are allowed.</remarks>
public static class EventType
{
    /// <summary>The rule in words.</summary>
    public const string Rule = "an event type is 1 to 64 letters, digits, '_', '.' and '-'";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    /// <summary>Whether a text is an event type.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>True for 1 to <see cref="AppEventLimits.MaxTypeLength"/> letters, digits, '_', '.' and '-'.</returns>
    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= AppEventLimits.MaxTypeLength && !text.ContainsAnyExcept(Allowed);

    /// <summary>What is wrong with a text that is no event type, without repeating it.</summary>
    /// <param name="text">A text for which <see cref="IsValid"/> is false.</param>
    /// <returns>What was found and the rule.</returns>
    public static string Describe(ReadOnlySpan<char> text) => Spelling.Describe(text, Allowed, Rule);
}
