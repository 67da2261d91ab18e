using SpecialDelivery.Core.Settings;
using UnitTests.Core.Matching.Worlds;

namespace UnitTests.Core.Matching;

/// <summary>Two matchers over one claim store: one goes through a whole batch while the other is about to claim.</summary>
public sealed class RivalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AssignmentPolicy.SortedGreedy)]
    [InlineData(AssignmentPolicy.NearestFirst)]
    public async Task Losers_of_a_claim_take_their_next_candidate_and_nothing_is_booked_twice(AssignmentPolicy policy)
    {
        int conflicts = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            SmallWorld world = ReferenceTests.World(seed, policy, candidates: 4);
            ReferenceClaimStore store = new();
            WrittenTopics topics = new();
            SmallWorld rivals = world.Recut(recordsPerBatch: 5 + (seed % 7));
            JobRun rival = new(rivals, store, topics, new Saboteur());
            rival.Start(0);
            Queue<int> batches = new(Enumerable.Range(0, rivals.Batches.Count));
            Random random = new(seed);
            JobRun run = new(world, new InterveningClaimStore(store, Intervene), topics, new Saboteur());
            run.Start(0);
            for (int batch = 0; batch < world.Batches.Count; batch++)
            {
                conflicts += (await run.BatchAsync(batch, Cancel)).Conflicts;
            }

            while (batches.TryDequeue(out int batch))
            {
                await rival.BatchAsync(batch, Cancel);
            }

            ReferenceTests.AssertBalanced(seed, world, topics);

            async Task Intervene()
            {
                if (random.Next(2) == 0 && batches.TryDequeue(out int batch))
                {
                    await rival.BatchAsync(batch, Cancel);
                }
            }
        }

        Assert.InRange(conflicts, 100, int.MaxValue); // without conflicts it would prove nothing
    }
}
