using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Settings;
using UnitTests.Core.Matching.Worlds;

namespace UnitTests.Core.Matching;

/// <summary>Two matchers over one claim store: one goes through a whole batch while the other is about to claim.</summary>
public sealed class RivalTests
{
    private const int Worlds = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AssignmentPolicy.SortedGreedy)]
    [InlineData(AssignmentPolicy.NearestFirst)]
    public async Task Losers_of_a_claim_take_their_next_candidate_and_the_books_of_both_balance(AssignmentPolicy policy)
    {
        int conflicts = 0;
        for (int seed = 0; seed < Worlds; seed++)
        {
            SmallWorld world = ReferenceTests.World(seed, policy, candidates: 4).WithoutTombstones();
            (WrittenTopics topics, int more) = await RunBothAsync(world, seed);
            conflicts += more;
            ReferenceTests.AssertBalanced(seed, world, topics);
        }

        Assert.InRange(conflicts, Worlds / 3, int.MaxValue); // without conflicts it would prove nothing
    }

    // Which of two matchers is the first to see a withdrawal or a deadline is open, and so is which end they tell of; who carries what is not.
    [Fact]
    public async Task Whatever_is_withdrawn_meanwhile_nothing_is_booked_twice_and_no_trip_is_overbooked()
    {
        for (int seed = 0; seed < Worlds; seed++)
        {
            SmallWorld world = ReferenceTests.World(seed, AssignmentPolicy.SortedGreedy, candidates: 4);
            (WrittenTopics topics, _) = await RunBothAsync(world, seed);
            RecountResult books = topics.Recount(world);
            Assert.True(
                books is { DoubleBookings: 0, SpaceOverruns: 0, DetourOverruns: 0, IllegalMatches: 0, Lost: 0 }, $"seed {seed}: {string.Join("; ", books.Faults)}");
        }
    }

    private static async Task<(WrittenTopics Topics, int Conflicts)> RunBothAsync(SmallWorld world, int seed)
    {
        int conflicts = 0;
        ReferenceClaimStore store = new();
        WrittenTopics topics = new(isTimed: false);
        SmallWorld recut = world.Recut(recordsPerBatch: 5 + (seed % 7));
        JobRun rival = new(recut, store, topics, new Saboteur());
        rival.Start(0);
        Queue<int> batches = new(Enumerable.Range(0, recut.Batches.Count));
        Random random = new(seed);
        JobRun run = new(world, new InterveningClaimStore(store, InterveneAsync), topics, new Saboteur());
        run.Start(0);
        for (int batch = 0; batch < world.Batches.Count; batch++)
        {
            conflicts += (await run.BatchAsync(batch, Cancel)).Conflicts;
        }

        while (batches.TryDequeue(out int batch))
        {
            conflicts += (await rival.BatchAsync(batch, Cancel)).Conflicts;
        }

        return (topics, conflicts);

        async Task InterveneAsync()
        {
            if (random.Next(2) == 0 && batches.TryDequeue(out int batch))
            {
                conflicts += (await rival.BatchAsync(batch, Cancel)).Conflicts;
            }
        }
    }
}
