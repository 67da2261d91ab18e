using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpecialDelivery.Core.Names;
using UnitTests.Architecture;

namespace UnitTests.Core.Orders;

/// <summary>One line of <c>tests/corpus/expectations.json</c>: a record, and what must become of it.</summary>
public sealed record CorpusCase(
    string? File,
    string? Name,
    string Topic,
    string? Key,
    string? KeyBase64,
    string Expect,
    bool Tombstone,
    CorpusCase.Rule? Generate)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All cases in the order of the file.</summary>
    public static IReadOnlyList<CorpusCase> All { get; } =
        JsonSerializer.Deserialize<List<CorpusCase>>(System.IO.File.ReadAllBytes(Repository.PathTo("tests", "corpus", "expectations.json")), Options)!;

    public string Title => File ?? Name!;

    public bool IsTrip => Topic == Topics.Trips;

    public byte[] KeyBytes() => KeyBase64 is not null ? Convert.FromBase64String(KeyBase64) : Encoding.UTF8.GetBytes(Key ?? "");

    public byte[] Value() => Generate is not null
        ? Encoding.UTF8.GetBytes(string.Concat([Generate.Prefix, .. Enumerable.Repeat(Generate.Repeat, Generate.Times), Generate.Suffix]))
        : System.IO.File.ReadAllBytes(Repository.PathTo("tests", "corpus", File!));

    /// <summary>How to make a value too large to keep.</summary>
    public sealed record Rule(string Prefix, string Repeat, int Times, string Suffix);
}
