using System.Diagnostics;

namespace IntegrationTests.Platform;

/// <summary>Asks again until something holds.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string what)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(clock.Elapsed < Limit, $"Within {Limit.TotalSeconds:0} s it never held that {what}.");
            await Task.Delay(Pause);
        }
    }
}
