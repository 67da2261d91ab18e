using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;
using UnitTests.Architecture;

namespace UnitTests.Core.Orders;

/// <summary>The parser against every record of the corpus of bad input.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Titles => [.. CorpusCase.All.Select(each => each.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Each_record_is_good_or_refused_for_its_reason(string title)
    {
        CorpusCase each = CorpusCase.All.Single(candidate => candidate.Title == title);

        byte[] value = each.Tombstone ? [] : each.Value();

        Rejection? rejection = Judge(each, value);

        Assert.Equal(each.Expect, rejection?.Reason.ToString().ToLowerInvariant() ?? "good");
        if (rejection is not null)
        {
            Assert.NotEmpty(rejection.Detail);
            Assert.True(rejection.Detail.Length < 2_000, $"The detail has {rejection.Detail.Length} characters.");
            Echo.AssertShort(value, rejection.Detail);
        }
    }

    [Fact]
    public void Every_file_is_named_once_and_starts_with_its_expectation()
    {
        string[] files = [.. Directory.GetFiles(Repository.PathTo("tests", "corpus")).Select(path => Path.GetFileName(path)!).Where(name => name != "expectations.json").Order(StringComparer.Ordinal)];

        Assert.Equal(files, CorpusCase.All.Where(each => each.File is not null).Select(each => each.File!).Order(StringComparer.Ordinal));
        Assert.All(CorpusCase.All, each => Assert.StartsWith(each.Expect + "-", each.Title, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reason_of_the_parser_occurs()
    {
        string[] reasons = [.. Enum.GetValues<DeadLetterReason>().Except([DeadLetterReason.Duplicate]).Select(reason => reason.ToString().ToLowerInvariant()), "good"];

        Assert.Equal(reasons.Order(StringComparer.Ordinal), CorpusCase.All.Select(each => each.Expect).Distinct().Order(StringComparer.Ordinal));
    }

    private static Rejection? Judge(CorpusCase each, byte[] value)
    {
        string? id;
        Rejection? rejection;
        if (each.Tombstone)
        {
            OrderKey.TryRead(each.KeyBytes(), out id, out rejection);
        }
        else if (each.IsTrip)
        {
            OrderParser.TryParseTrip(each.KeyBytes(), value, out Trip? trip, out rejection);
            id = trip?.Id;
        }
        else
        {
            OrderParser.TryParsePackage(each.KeyBytes(), value, out Package? package, out rejection);
            id = package?.Id;
        }

        Assert.Equal(rejection is null ? each.Key : null, id);
        return rejection;
    }
}
