using SpecialDelivery.Core.Settings;
using UnitTests.Core.Matching.Worlds;

namespace UnitTests.Core.Matching;

/// <summary>A crash between any two steps of a batch, and another after the restart: the books come out the same.</summary>
public sealed class CrashTests
{
    private const int Worlds = 40;
    private const int Crashes = 3;

    [Theory]
    [InlineData(AssignmentPolicy.SortedGreedy, 256)]
    [InlineData(AssignmentPolicy.SortedGreedy, 1)]
    [InlineData(AssignmentPolicy.NearestFirst, 2)]
    public async Task Crashes_anywhere_leave_the_same_books(AssignmentPolicy policy, int candidates)
    {
        for (int seed = 0; seed < Worlds; seed++)
        {
            SmallWorld world = ReferenceTests.World(seed, policy, candidates);
            (Saboteur calm, WrittenTopics topics, JobRun run) undisturbed = await RunAsync(world, crashAfter: null);
            Random random = new(seed);
            (_, WrittenTopics topics, JobRun run) = await RunAsync(world, () => random.NextInt64(undisturbed.calm.Steps + 1));

            Assert.True(Told(undisturbed.topics).SetEquals(Told(topics)), $"seed {seed}: only once told: {string.Join("; ", Told(undisturbed.topics).Except(Told(topics)).Concat(Told(topics).Except(Told(undisturbed.topics))))}");
            Assert.True(Book(undisturbed.run).SequenceEqual(Book(run)), $"seed {seed}: the books differ");
            ReferenceTests.AssertBalanced(seed, world, topics);
        }
    }

    [Fact]
    public async Task A_crash_at_each_single_step_leaves_the_same_books()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            // So crowded and with so few candidates that losers look again and again.
            SmallWorld drawn = new(seed, batches: 2, crowd: 3);
            SmallWorld world = new(seed, batches: 2, crowd: 3) { Settings = drawn.Settings with { Candidates = 1 } };
            (Saboteur calm, WrittenTopics topics, JobRun run) undisturbed = await RunAsync(world, crashAfter: null);
            for (long step = 0; step < undisturbed.calm.Steps; step++)
            {
                long[] once = [step];
                (_, WrittenTopics topics, JobRun run) = await RunAsync(world, () => Interlocked.Exchange(ref once[0], long.MaxValue));

                Assert.True(Told(undisturbed.topics).SetEquals(Told(topics)), $"seed {seed}, step {step}");
                Assert.True(Book(undisturbed.run).SequenceEqual(Book(run)), $"seed {seed}, step {step}: the books differ");
            }
        }
    }

    private static async Task<(Saboteur Saboteur, WrittenTopics Topics, JobRun Run)> RunAsync(SmallWorld world, Func<long>? crashAfter)
    {
        Saboteur saboteur = new();
        WrittenTopics topics = new();
        JobRun run = new(world, new CrashingClaimStore(new ReferenceClaimStore(), saboteur), topics, saboteur);
        int crashes = 0;
        saboteur.StrikeAfter(crashAfter?.Invoke() ?? long.MaxValue);
        await run.RunAsync(() => saboteur.StrikeAfter(++crashes < Crashes ? crashAfter!() : long.MaxValue), TestContext.Current.CancellationToken);
        return (saboteur, topics, run);
    }

    /// <summary>All that the topics tell, repetitions and wall clocks left out.</summary>
    private static HashSet<string> Told(WrittenTopics topics) =>
    [
        .. topics.Ledger.Select(entry => $"{entry with { At = 0, AddedMetres = Math.Round(entry.AddedMetres ?? 0, 6) }}"),
        .. topics.Matches.Select(match => $"{match.Package} {match.Trip} {match.Rank} {match.Fence} {match.Batch}"),
        .. topics.Unmatched.Select(waiting => $"{waiting}"),
        .. topics.DeadLetters.Select(letter => $"{letter.Topic} {letter.Partition} {letter.Offset} {letter.Reason}"),
    ];

    private static IEnumerable<string> Book(JobRun run) => run.Book.OpenTrips
        .Select(trip => $"{trip.Trip.Id} {trip.SpaceLeft} {trip.DetourLeftMetres:F3} {trip.PlacesLeft}")
        .Concat(run.Book.Waiting.Select(package => $"{package.Package.Id} {package.Reason}"))
        .Append($"{run.Book.Carried} {run.Book.EventTime}")
        .Order(StringComparer.Ordinal);
}
