using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;

namespace UnitTests.Core.Orders;

public sealed class ContentHashTests
{
    private static readonly Trip Trip =
        new("t", 1_700_000_000_000, 1_700_003_600_000, 10, 4, new LatLon(0, 1), new LatLon(2, 3), 30_000, 3);

    private static readonly Package Package =
        new("p", 1_700_000_000_000, 1_700_003_600_000, 2, 4, new LatLon(0, 1), new LatLon(2, 3), 30_000);

    [Fact]
    public void Every_field_of_a_trip_counts()
    {
        ulong[] hashes =
        [
            ContentHash.Of(Trip),
            ContentHash.Of(Trip with { Id = "u" }),
            ContentHash.Of(Trip with { LeavesAt = Trip.LeavesAt + 1 }),
            ContentHash.Of(Trip with { ArrivesAt = Trip.ArrivesAt + 1 }),
            ContentHash.Of(Trip with { Space = 11 }),
            ContentHash.Of(Trip with { Review = 5 }),
            ContentHash.Of(Trip with { Source = new LatLon(1, 0) }),
            ContentHash.Of(Trip with { Destination = new LatLon(3, 2) }),
            ContentHash.Of(Trip with { DetourMetres = 30_001 }),
            ContentHash.Of(Trip with { Price = 4 }),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Every_field_of_a_package_counts()
    {
        ulong[] hashes =
        [
            ContentHash.Of(Package),
            ContentHash.Of(Package with { Id = "q" }),
            ContentHash.Of(Package with { ReadyAt = Package.ReadyAt + 1 }),
            ContentHash.Of(Package with { Deadline = Package.Deadline + 1 }),
            ContentHash.Of(Package with { Space = 3 }),
            ContentHash.Of(Package with { LowestReview = 5 }),
            ContentHash.Of(Package with { Source = new LatLon(1, 0) }),
            ContentHash.Of(Package with { Destination = new LatLon(3, 2) }),
            ContentHash.Of(Package with { LengthMetres = 30_001 }),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Equal_orders_have_equal_hashes_even_with_a_negative_zero()
    {
        Trip negative = Trip with { Source = new LatLon(-0.0, 1) };

        Assert.Equal(Trip, negative);
        Assert.Equal(ContentHash.Of(Trip), ContentHash.Of(negative));
    }

    [Fact]
    public void The_hash_is_the_same_in_every_run()
    {
        // Stored hashes outlive a process: a change here makes every repeat a duplicate.
        Assert.Equal(15_448_758_424_771_995_682, ContentHash.Of(Trip));
    }
}
