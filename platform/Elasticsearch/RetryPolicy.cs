namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>How often and after which pauses a request is repeated.</summary>
public sealed record RetryPolicy
{
    /// <summary>Attempts in all, at least 1.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>Longest pause after the first attempt; doubles with each further one.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Upper limit of a pause.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause after an attempt: between half and all of its limit, so that clients that failed together do not return together.</summary>
    /// <param name="attempt">Number of the attempt that failed, from 1.</param>
    /// <param name="jitter">A random number from 0 to 1.</param>
    /// <returns>The pause.</returns>
    public TimeSpan PauseAfter(int attempt, double jitter)
    {
        double limit = Math.Min(First.TotalMilliseconds * Math.Pow(2, attempt - 1), Longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(limit * (0.5 + (jitter / 2)));
    }
}
