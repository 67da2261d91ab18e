using SpecialDelivery.Cli.Testing;

namespace UnitTests.Cli;

public sealed class TestReportTests
{
    private readonly List<string> _shown = [];
    private readonly TestReport _report;

    public TestReportTests() => _report = new TestReport(_shown.Add, _ => { });

    [Fact]
    public void Tests_are_counted_and_failures_shown_with_name_words_and_place()
    {
        Take("""{"$type":"test-starting","TestUniqueID":"a","TestDisplayName":"Good"}""");
        Take("""{"$type":"test-passed","TestUniqueID":"a"}""");
        Take("""{"$type":"test-starting","TestUniqueID":"b","TestDisplayName":"Bad"}""");
        Take("""{"$type":"test-failed","TestUniqueID":"b","ExceptionTypes":["X"],"Messages":["two is not three"],"StackTraces":["at Line"]}""");
        Take("""{"$type":"test-starting","TestUniqueID":"c","TestDisplayName":"Later"}""");
        Take("""{"$type":"test-skipped","TestUniqueID":"c","Reason":"no disk"}""");
        Take("""{"$type":"test-assembly-finished"}""");

        Assert.Equal(new TestCounts(1, 1, 1), _report.Counts);
        Assert.Equal("1 passed, 1 failed, 1 skipped", _report.Counts.ToString());
        Assert.True(_report.IsComplete);
        Assert.Contains("FAILED  Bad", _shown);
        Assert.Contains("    X: two is not three", _shown);
        Assert.Contains("    at Line", _shown);
        Assert.Contains("SKIPPED Later: no disk", _shown);
    }

    [Fact]
    public void A_fault_outside_a_test_counts_as_a_failure()
    {
        Take("""{"$type":"test-class-cleanup-failure","ExceptionTypes":["X"],"Messages":["still running"],"StackTraces":[null]}""");

        Assert.Equal(1, _report.Counts.Failed);
        Assert.Contains("    X: still running", _shown);
    }

    [Fact]
    public void What_a_test_writes_itself_is_shown_as_it_is()
    {
        Take("hello");
        Take("""{"$type":"cut""");

        Assert.Equal(["hello", "{\"$type\":\"cut"], _shown);
        Assert.False(_report.IsComplete);
    }

    [Fact]
    public void No_tests_at_all_are_not_good()
    {
        Assert.False(new TestCounts(0, 0, 0).IsGood);
        Assert.False(new TestCounts(0, 0, 3).IsGood);
        Assert.False(new TestCounts(5, 1, 0).IsGood);
        Assert.True(new TestCounts(5, 0, 1).IsGood);
    }

    private void Take(string line) => _report.Take(line);
}
