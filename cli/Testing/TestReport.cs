using System.Text.Json;

namespace SpecialDelivery.Cli.Testing;

/// <summary>Follows a run of the xunit runner through the JSON lines it writes in automated mode.</summary>
/// <param name="show">Shows a line that stays.</param>
/// <param name="showProgress">Shows a line that the next one replaces.</param>
internal sealed class TestReport(Action<string> show, Action<string> showProgress)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private int _passed;
    private int _failed;
    private int _skipped;

    /// <summary>So far.</summary>
    public TestCounts Counts => new(_passed, _failed, _skipped);

    /// <summary>Whether the runner came to its end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Takes one line of the runner's standard output.</summary>
    public void Take(string line)
    {
        using JsonDocument? message = Parse(line);
        if (message is null)
        {
            show(line); // a test that wrote to the console itself
            return;
        }

        JsonElement root = message.RootElement;
        string type = Text(root, "$type");
        switch (type)
        {
            case "test-starting":
                _names[Text(root, "TestUniqueID")] = Text(root, "TestDisplayName");
                break;
            case "test-passed":
                _passed++;
                showProgress($"{Counts}  {NameOf(root)}");
                break;
            case "test-skipped":
                _skipped++;
                show($"SKIPPED {NameOf(root)}: {Text(root, "Reason")}");
                break;
            case "test-assembly-finished":
                IsComplete = true;
                break;
            case "test-failed":
                Fail(root, NameOf(root));
                break;
            case "error-message":
            case var failure when failure.EndsWith("-cleanup-failure", StringComparison.Ordinal):
                Fail(root, type);
                break;
            default:
                break;
        }
    }

    private void Fail(JsonElement message, string name)
    {
        _failed++;
        show($"FAILED  {name}");
        foreach ((string type, string words, string stack) in Texts(message, "ExceptionTypes").Zip(Texts(message, "Messages"), Texts(message, "StackTraces")))
        {
            show(Indented($"{type}: {words}"));
            show(Indented(stack));
        }

        if (Text(message, "Output") is { Length: > 0 } output)
        {
            show(Indented(output));
        }
    }

    private string NameOf(JsonElement message) => _names.GetValueOrDefault(Text(message, "TestUniqueID"), "?");

    private static JsonDocument? Parse(string line)
    {
        if (!line.StartsWith("{\"$type\":", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return null; // shown as it is
        }
    }

    private static string Text(JsonElement message, string property) =>
        message.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static IEnumerable<string> Texts(JsonElement message, string property) =>
        message.TryGetProperty(property, out JsonElement values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : "")]
            : [];

    private static string Indented(string text) => "    " + text.ReplaceLineEndings(Environment.NewLine + "    ");
}
