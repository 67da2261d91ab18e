using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Producer.Worlds.Cities;
using UnitTests.Core.Matching.Worlds;

namespace UnitTests.Core.Matching;

/// <summary>One batch of 240 packages and 240 trips between the four cities, only the radius in force, one package per trip.</summary>
public sealed class CityQualityTests
{
    private const int Orders = 240;
    private const int Seeds = 10;

    [Fact]
    public async Task Sorted_greedy_matches_88_of_100_and_adds_at_most_9_2_kilometres()
    {
        (double share, double kilometres) = await MeasureAsync(AssignmentPolicy.SortedGreedy);

        Assert.InRange(share, 0.88, 1);
        Assert.InRange(kilometres, 7, 9.2);
    }

    [Fact]
    public async Task Nearest_first_with_retries_matches_as_many_and_adds_half_as_much_again()
    {
        (double share, double kilometres) = await MeasureAsync(AssignmentPolicy.NearestFirst);

        Assert.InRange(share, 0.87, 0.90);
        Assert.InRange(kilometres, 12, 14);
    }

    private static async Task<(double Share, double Kilometres)> MeasureAsync(AssignmentPolicy policy)
    {
        MatchingSettings settings = new()
        {
            Policy = policy,
            CheckSpace = false,
            CheckReview = false,
            CheckWindow = false,
            CheckDetour = false,
            PackagesPerTrip = 1,
        };
        List<double> added = [];
        for (int seed = 1; seed <= Seeds; seed++)
        {
            OrderBook book = new(settings);
            (IReadOnlyList<Trip> trips, IReadOnlyList<Package> packages) = CitiesWorld.Draw(seed, Orders, Orders);
            for (int i = 0; i < Orders; i++)
            {
                book.Admit(trips[i], i);
                book.Admit(packages[i], i);
            }

            BatchMatcher matcher = new(settings, book, new NoSearch(), new ReferenceClaimStore());
            BatchOutcome outcome = await matcher.MatchAsync(0, TestContext.Current.CancellationToken);
            added.AddRange(outcome.Matches.Select(match => match.Pairing.Candidate.AddedMetres / 1_000));
        }

        return (added.Count / (double)(Seeds * Orders), added.Average());
    }
}
