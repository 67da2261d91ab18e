using SpecialDelivery.Core.Books;

namespace UnitTests.Core.Books;

public sealed class EventBooksTests
{
    private static readonly EventBooks Sound = new(
        Topic: 105,
        Rows: 100,
        DistinctRows: 100,
        Misplaced: 0,
        Late: 3,
        Quarantined: 5,
        SearchableRows: new Dictionary<string, long> { ["a"] = 60, ["b"] = 40 },
        Refused: 0,
        Documents: new Dictionary<string, long> { ["a"] = 60, ["b"] = 40 },
        Counted: 97);

    public static TheoryData<EventBooks, string> Wrong => new()
    {
        { Sound with { Topic = 106 }, "records of the topic" },
        { Sound with { DistinctRows = 99 }, "different records" },
        { Sound with { Misplaced = 1 }, "another hour" },
        { Sound with { Documents = new Dictionary<string, long> { ["a"] = 60, ["b"] = 39 } }, "documents" },
        { Sound with { Documents = new Dictionary<string, long> { ["a"] = 61, ["b"] = 39 } }, "of type a" },
        { Sound with { Counted = 96 }, "counts of all windows" },
        { Sound with { Rows = 99, DistinctRows = 99 }, "records of the topic" },
    };

    [Fact]
    public void Sound_books_balance() => Assert.True(Sound.Balanced);

    [Fact]
    public void An_event_that_the_index_refused_is_accounted_for() =>
        Assert.True((Sound with { Refused = 1, Documents = new Dictionary<string, long> { ["a"] = 60, ["b"] = 39 } }).Balanced);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_missing_or_too_much_is_named(EventBooks books, string law)
    {
        Assert.False(books.Balanced);
        Assert.Contains(books.Laws, one => !one.Holds && one.Law.Contains(law, StringComparison.Ordinal) && one.ToString().StartsWith("RED", StringComparison.Ordinal));
    }
}
