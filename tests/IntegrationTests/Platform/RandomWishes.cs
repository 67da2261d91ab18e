using SpecialDelivery.Core.Claims;

namespace IntegrationTests.Platform;

/// <summary>Wishes from a small world, so that claimers meet; what a wish says is a function of its package and trip, as it is of their events.</summary>
/// <param name="seed">The same seed, the same wishes.</param>
internal sealed class RandomWishes(int seed)
{
    private readonly Random _random = new(seed);

    public ClaimRequest[] Wishes(int count) => [.. Enumerable.Range(0, count).Select(_ => Wish())];

    public string[] Packages(int count) => [.. Enumerable.Range(0, count).Select(_ => Package(_random.Next(300)))];

    public string Trip() => $"t{_random.Next(40)}";

    private static string Package(int number) => $"p{number}";

    // Whole quarters of metres: their sums are exact, so the reference may compare doubles.
    private ClaimRequest Wish()
    {
        (int package, int trip) = (_random.Next(300), _random.Next(40));
        return new(
            Package(package), $"t{trip}", 1 + (package % 10), (package * 7_919 * (trip + 1)) % 80_000 / 4.0, 5 + (trip % 20), 10_000 + (trip * 1_000), 1 + (trip % 5));
    }
}
