using SpecialDelivery.Platform.Elasticsearch;

namespace UnitTests.Platform;

public sealed class RetryPolicyTests
{
    private static readonly RetryPolicy Policy = new() { First = TimeSpan.FromMilliseconds(200), Longest = TimeSpan.FromSeconds(2) };

    [Theory]
    [InlineData(1, 0, 100)]
    [InlineData(1, 1, 200)]
    [InlineData(2, 1, 400)]
    [InlineData(4, 0.5, 1200)]
    [InlineData(5, 1, 2000)]
    [InlineData(60, 1, 2000)]
    public void Pause_doubles_up_to_its_limit_and_keeps_half(int attempt, double jitter, double milliseconds) =>
        Assert.Equal(milliseconds, Policy.PauseAfter(attempt, jitter).TotalMilliseconds, 0.001);
}
