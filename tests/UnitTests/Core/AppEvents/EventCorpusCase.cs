using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using UnitTests.Architecture;

namespace UnitTests.Core.AppEvents;

/// <summary>One line of <c>tests/corpus/events/expectations.json</c>: an event, and what must become of it.</summary>
public sealed record EventCorpusCase(string? File, string? Name, string Expect, string[]? Pointers, EventCorpusCase.Rule? Generate)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All cases in the order of the file.</summary>
    public static IReadOnlyList<EventCorpusCase> All { get; } =
        JsonSerializer.Deserialize<List<EventCorpusCase>>(System.IO.File.ReadAllBytes(PathTo("expectations.json")), Options)!;

    public string Title => File ?? Name!;

    public bool IsGood => Expect == "good";

    public static string PathTo(string file) => Repository.PathTo("tests", "corpus", "events", file);

    public byte[] Value() => Generate is not null
        ? Encoding.UTF8.GetBytes(string.Concat([Generate.Prefix, .. Enumerable.Repeat(Generate.Repeat, Generate.Times), Generate.Suffix]))
        : System.IO.File.ReadAllBytes(PathTo(File!));

    /// <summary>How to make a value too large to keep.</summary>
    public sealed record Rule(string Prefix, string Repeat, int Times, string Suffix);
}
