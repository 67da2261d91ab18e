namespace SpecialDelivery.Cli;

/// <summary>Words that a verb hands to another program: they are that program's, whatever they look like, and keep their order.</summary>
internal static class PassedWords
{
    private const string Separator = "--";

    /// <summary>Verbs that hand words on, with the options that stay theirs; each of those takes a value.</summary>
    private static readonly Dictionary<string, string[]> Verbs = new()
    {
        ["produce"] = [],
        ["run"] = [],
        ["bench"] = [],
        ["api"] = [],
        ["verify"] = [],
        ["report"] = [],
        ["submit"] = ["--master", "--driver-memory", "--executor-memory"],
    };

    /// <summary>Puts a separator before the words that are not the verb's own.</summary>
    /// <param name="args">What was typed.</param>
    /// <returns>The same for the parser.</returns>
    public static string[] Separate(string[] args)
    {
        if (args.Length < 2 || !Verbs.TryGetValue(args[0], out string[]? own) || args.Contains(Separator) || args[1] is "--help" or "-h" or "-?")
        {
            return args;
        }

        List<string> kept = [args[0]];
        List<string> passed = [];
        for (int i = 1; i < args.Length; i++)
        {
            List<string> side = own.Contains(args[i]) ? kept : passed;
            side.Add(args[i]);
            if (side == kept && i + 1 < args.Length)
            {
                kept.Add(args[++i]);
            }
        }

        return [.. kept, Separator, .. passed];
    }
}
