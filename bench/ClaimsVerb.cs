using System.CommandLine;
using SpecialDelivery.Bench.Claims;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Bench;

/// <summary><c>bench claims</c>.</summary>
internal static class ClaimsVerb
{
    public static Command Create()
    {
        Option<int> rounds = new("--runs") { Description = "Measured rounds.", DefaultValueFactory = _ => new ClaimsBenchOptions().Rounds };
        Option<int> wishes = new("--wishes") { Description = "Claims per round.", DefaultValueFactory = _ => new ClaimsBenchOptions().Wishes };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command verb = new("claims", "Claims per second against the same script driven by redis-benchmark.") { rounds, wishes, json };
        rounds.AtLeast(1);
        wishes.AtLeast(1);
        verb.SetAction(async (parsed, cancel) =>
        {
            await using LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Redis, new StepProgress(), cancel);
            ClaimsBenchOptions options = new() { Rounds = parsed.GetValue(rounds), Wishes = parsed.GetValue(wishes) };
            ClaimsBenchResult result = await ClaimsBench.RunAsync(engine.Addresses.Redis, options, cancel);
            Console.WriteLine(parsed.GetValue(json) ? result.ToJson() : result.ToString());
        });
        return verb;
    }
}
