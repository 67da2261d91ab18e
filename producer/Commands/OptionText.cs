using System.CommandLine.Parsing;

namespace SpecialDelivery.Producer.Commands;

/// <summary>Options whose text is read by this program.</summary>
internal static class OptionText
{
    /// <summary>A parser that says what it expects.</summary>
    /// <param name="parse">Reads the text; null for what it does not understand.</param>
    /// <param name="expected">What it understands, in words.</param>
    public static Func<ArgumentResult, T?> Parsed<T>(Func<string, T?> parse, string expected) => result =>
    {
        string text = result.Tokens[0].Value;
        T? value = parse(text);
        if (value is null)
        {
            result.AddError($"{result.Argument.Name} \"{text}\": {expected} is expected.");
        }

        return value;
    };
}
