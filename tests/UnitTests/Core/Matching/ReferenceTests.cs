using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;
using UnitTests.Core.Matching.Worlds;

namespace UnitTests.Core.Matching;

/// <summary>Random small worlds: the matcher against one in plain words.</summary>
public sealed class ReferenceTests
{
    private const int Worlds = 120;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AssignmentPolicy.SortedGreedy)]
    [InlineData(AssignmentPolicy.NearestFirst)]
    public async Task With_all_candidates_every_choice_is_the_reference_s(AssignmentPolicy policy)
    {
        int matched = 0;
        for (int seed = 0; seed < Worlds; seed++)
        {
            SmallWorld world = World(seed, policy, candidates: 256);
            ReferenceMatcher reference = new(world.Settings);
            for (int batch = 0; batch < world.Batches.Count; batch++)
            {
                reference.Batch(batch, world.Batches[batch]);
            }

            (JobRun run, WrittenTopics topics) = await RunAsync(world);

            Assert.True(
                reference.Matches.SetEquals(topics.Matches.Select(m => (m.Package, m.Trip, m.Batch))), $"seed {seed}: other matches than the reference's");
            Assert.True(
                reference.Expired.SetEquals(topics.Ledger.Where(c => c.State == ClaimState.Expired).Select(c => c.Package)), $"seed {seed}: other packages expired");
            Assert.True(reference.Waiting.ToHashSet().SetEquals(run.Book.Waiting.Select(p => p.Package.Id)), $"seed {seed}: other packages wait");
            matched += topics.Matches.Count;
        }

        Assert.InRange(matched, 3 * Worlds, int.MaxValue); // worlds without matches would prove nothing
    }

    [Theory]
    [InlineData(AssignmentPolicy.SortedGreedy, 2)]
    [InlineData(AssignmentPolicy.NearestFirst, 1)]
    public async Task With_few_candidates_the_books_hold_and_no_trip_is_left_that_a_package_could_take(AssignmentPolicy policy, int candidates)
    {
        for (int seed = 0; seed < Worlds; seed++)
        {
            SmallWorld world = World(seed, policy, candidates);
            WrittenTopics topics = new();
            JobRun run = new(world, new ReferenceClaimStore(), topics, new Saboteur());
            run.Start(0);
            for (int batch = 0; batch < world.Batches.Count; batch++)
            {
                await run.BatchAsync(batch, Cancel);
                foreach (OpenTrip trip in run.Book.OpenTrips)
                {
                    Assert.DoesNotContain(run.Book.Waiting, package => BruteForce.Fits(world.Settings, trip.Trip, package.Package)
                        && trip.HasRoom(world.Settings, package.Package.Space, BruteForce.AddedMetres(trip.Trip, package.Package)));
                }
            }

            AssertBalanced(seed, world, topics);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    public async Task One_package_per_trip_sorted_greedy_matches_at_least_half_of_what_is_possible(int candidates)
    {
        for (int seed = 0; seed < Worlds; seed++)
        {
            SmallWorld drawn = new(seed, batches: 1);
            SmallWorld world = new(seed, batches: 1) { Settings = drawn.Settings with { PackagesPerTrip = 1, Candidates = candidates } };
            (JobRun run, WrittenTopics topics) = await RunAsync(world);

            int most = MostPossible(world, [.. topics.Matches.Select(m => m.Package), .. run.Book.Waiting.Select(p => p.Package.Id)], run.Book);

            Assert.True(2 * topics.Matches.Count >= most, $"seed {seed}: {topics.Matches.Count} matched, {most} are possible");
        }
    }

    internal static SmallWorld World(int seed, AssignmentPolicy policy, int candidates) =>
        new(seed) { Settings = new SmallWorld(seed).Settings with { Policy = policy, Candidates = candidates } };

    internal static void AssertBalanced(int seed, SmallWorld world, WrittenTopics topics)
    {
        RecountResult books = topics.Recount(world);
        Assert.True(books.Balanced, $"seed {seed}: {string.Join("; ", books.Faults)}");
    }

    internal static async Task<(JobRun Run, WrittenTopics Topics)> RunAsync(SmallWorld world)
    {
        WrittenTopics topics = new();
        JobRun run = new(world, new ReferenceClaimStore(), topics, new Saboteur());
        await run.RunAsync(() => { }, Cancel);
        return (run, topics);
    }

    /// <summary>The size of a largest matching: a package may take another's trip when that one finds a new one.</summary>
    private static int MostPossible(SmallWorld world, string[] packages, OrderBook book)
    {
        Dictionary<string, Package> posted = world.Records.Select(record => record.Package).OfType<Package>().GroupBy(p => p.Id).ToDictionary(p => p.Key, p => p.First());
        Dictionary<string, Package> carrier = [];
        return packages.Count(id => Augment(posted[id], []));

        bool Augment(Package package, HashSet<string> seen)
        {
            foreach (Trip trip in book.OpenTrips.Select(open => open.Trip).Where(trip => BruteForce.Fits(world.Settings, trip, package)))
            {
                if (seen.Add(trip.Id) && (!carrier.TryGetValue(trip.Id, out Package? other) || Augment(other, seen)))
                {
                    carrier[trip.Id] = package;
                    return true;
                }
            }

            return false;
        }
    }
}
