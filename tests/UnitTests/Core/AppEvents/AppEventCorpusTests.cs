using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Events;
using UnitTests.Core.Orders;

namespace UnitTests.Core.AppEvents;

/// <summary>The parser against every event of the corpus.</summary>
public sealed class AppEventCorpusTests
{
    public static TheoryData<string> Titles => [.. EventCorpusCase.All.Select(each => each.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Each_event_is_good_or_refused_for_its_reason_at_its_place(string title)
    {
        EventCorpusCase each = EventCorpusCase.All.Single(candidate => candidate.Title == title);
        byte[] value = each.Value();

        AppEventOutcome outcome = AppEventParser.Parse(value);

        Assert.Equal(each.Expect, outcome.Rejection?.Reason.ToString().ToLowerInvariant() ?? "good");
        Assert.Equal(each.Pointers ?? [], outcome.Faults.Select(fault => fault.JsonPointer));
        Assert.Equal(outcome.Event is null, outcome.Faults.Count > 0);
        foreach (AppEventFault fault in outcome.Faults)
        {
            Assert.InRange(fault.Detail.Length, 1, 300);
            Echo.AssertShort(value, fault.JsonPointer + fault.Detail);
        }
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void What_is_written_reads_the_same(string title)
    {
        if (AppEventParser.Parse(EventCorpusCase.All.Single(candidate => candidate.Title == title).Value()).Event is not { } first)
        {
            return;
        }

        AppEvent second = AppEventParser.Parse(AppEventJson.ToBytes(first)).Event!;

        Assert.Equal((first.EventType, first.Ts, 0), (second.EventType, second.Ts, second.UnknownFields));
        Assert.Equal(first.Params, second.Params);
    }

    [Fact]
    public void Every_file_is_named_once_and_starts_with_its_expectation()
    {
        string[] files = [.. Directory.GetFiles(EventCorpusCase.PathTo("")).Select(path => Path.GetFileName(path)!).Where(name => name != "expectations.json").Order(StringComparer.Ordinal)];

        Assert.Equal(files, EventCorpusCase.All.Where(each => each.File is not null).Select(each => each.File!).Order(StringComparer.Ordinal));
        Assert.All(EventCorpusCase.All, each => Assert.StartsWith(each.Expect + "-", each.Title, StringComparison.Ordinal));
        Assert.All(EventCorpusCase.All, each => Assert.Equal(each.IsGood, each.Pointers is null));
    }

    [Fact]
    public void Every_reason_of_the_parser_occurs()
    {
        string[] reasons = [.. Enum.GetValues<DeadLetterReason>().Except([DeadLetterReason.Duplicate]).Select(reason => reason.ToString().ToLowerInvariant()), "good"];

        Assert.Equal(reasons.Order(StringComparer.Ordinal), EventCorpusCase.All.Select(each => each.Expect).Distinct().Order(StringComparer.Ordinal));
    }
}
