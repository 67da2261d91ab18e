using System.CommandLine;
using SpecialDelivery.Api.Security;

namespace SpecialDelivery.Api.Commands;

/// <summary>Makes API keys.</summary>
internal static class KeyCommand
{
    public static Command Create()
    {
        Option<string> name = new("--name") { Description = "Who will hold it: letters, digits, '-', '_' and '.'.", Required = true };
        Option<Scope> scopes = new("--scopes")
        {
            Description = "What it allows: ingest, read, admin, separated by commas.",
            DefaultValueFactory = _ => Scope.Ingest | Scope.Read,
            CustomParser = result => ApiKeyLine.ParseScopes(result.Tokens[0].Value) is { } read ? read : Fail(result),
        };
        name.Validators.Add(result =>
        {
            if (!ApiKeyLine.IsName(result.GetValueOrDefault<string>() ?? ""))
            {
                result.AddError("--name must be 1 to 64 letters, digits, '-', '_' and '.'.");
            }
        });
        Command command = new("key", "Make an API key: the key goes to its holder, the line into the file of keys.") { name, scopes };
        command.SetAction(parsed =>
        {
            (string key, ApiKeyLine line) = ApiKeyLine.Create(parsed.GetValue(name)!, parsed.GetValue(scopes));
            TextWriter output = parsed.InvocationConfiguration.Output;
            output.WriteLine($"key   {key}");
            output.WriteLine($"line  {line}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Scope Fail(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError("--scopes must be some of ingest, read and admin, separated by commas.");
        return Scope.None;
    }
}
