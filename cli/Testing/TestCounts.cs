namespace SpecialDelivery.Cli.Testing;

/// <summary>How tests ended.</summary>
internal readonly record struct TestCounts(int Passed, int Failed, int Skipped)
{
    /// <summary>All together.</summary>
    public static TestCounts operator +(TestCounts a, TestCounts b) => new(a.Passed + b.Passed, a.Failed + b.Failed, a.Skipped + b.Skipped);

    /// <summary>Good only when something ran and nothing failed: no tests at all is no proof.</summary>
    public bool IsGood => Failed == 0 && Passed > 0;

    /// <summary>The one line that scripts read.</summary>
    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
