using System.Text;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;
using UnitTests.Core.Matching.Worlds;

namespace UnitTests.Core.Matching;

public sealed class OrderIntakeTests
{
    private const long Start = SmallWorld.Start;
    private const long Now = SmallWorld.Now;

    private static readonly Package Package = new("p1", Start, Now + 1, 1, 1, new LatLon(1, 1), new LatLon(2, 2), 1);
    private static readonly Trip Trip = new("t1", Now - 1, Now + 1, 1, 1, new LatLon(1, 1), new LatLon(2, 2), 1, 1);

    private readonly OrderBook _book = new(new MatchingSettings());
    private readonly OrderIntake _intake;

    public OrderIntakeTests() => _intake = new OrderIntake(_book, new FixedTime(Now), TimeSpan.FromMinutes(10));

    [Fact]
    public void Every_record_is_counted_once()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            SmallWorld world = new(seed);
            OrderBook book = new(world.Settings);
            foreach (IReadOnlyList<Posted> batch in world.Batches)
            {
                OrderIntake intake = new(book, new FixedTime(Now), world.Settings.ClockSkew);
                foreach (Posted posted in batch)
                {
                    intake.Take(posted.ToRecord());
                }

                IntakeOutcome outcome = intake.Outcome;
                Assert.Equal(batch.Count, outcome.Read);
                Assert.Equal(outcome.Read, outcome.Good + outcome.Repeated + outcome.Late + outcome.Withdrawals + outcome.DeadLetters.Count);
                book.Advance(outcome.EventTime);
                book.Depart();
                book.Expire();
            }
        }
    }

    [Theory]
    [InlineData(Now + 600_000, Now + 600_000, 0)]
    [InlineData(Now + 600_001, Now, 1)]
    [InlineData(long.MaxValue, Now, 1)]
    [InlineData(Start, Start, 0)]
    public void A_time_far_ahead_of_the_clock_counts_as_now(long timestamp, long eventTime, int clamped)
    {
        _intake.Take(Package, new OrderRecord(false, 0, 0, timestamp, default, null));

        Assert.Equal((eventTime, clamped), (_intake.Outcome.EventTime, _intake.Outcome.Clamped));
    }

    [Fact]
    public void Orders_read_already_and_orders_as_bytes_are_the_same_orders()
    {
        _intake.Take(Package, Record(isTrip: false, offset: 0, "p1", ""));
        _intake.Take(new Posted(false, 0, 1, Start, "p1", Package: Package).ToRecord());
        _intake.Take(Trip, Record(isTrip: true, offset: 0, "t1", ""));
        _intake.Take(new Posted(true, 0, 1, Start, "t1", Trip: Trip).ToRecord());

        Assert.Equal((2, 2), (_intake.Outcome.Good, _intake.Outcome.Repeated));
    }

    [Fact]
    public void Another_order_of_the_same_id_is_a_dead_letter_that_holds_it()
    {
        _intake.Take(Package, new OrderRecord(false, 0, 7, Start, default, null));
        _intake.Take(Package with { Space = 5 }, new OrderRecord(false, 1, 8, Start, default, null));

        (ReadOnlyMemory<byte> key, DeadLetterEvent letter) = Assert.Single(_intake.Outcome.DeadLetters);
        Assert.Equal("p1", Encoding.UTF8.GetString(key.Span));
        Assert.Equal((Topics.Packages, 1, 8, DeadLetterReason.Duplicate), (letter.Topic, letter.Partition, letter.Offset, letter.Reason));
        Assert.Contains("\"space\":5", letter.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_parser_refuses_is_a_dead_letter_where_it_stood()
    {
        _intake.Take(Record(isTrip: true, offset: 3, "t1", "{"));

        (_, DeadLetterEvent letter) = Assert.Single(_intake.Outcome.DeadLetters);
        Assert.Equal((Topics.Trips, 0, 3, DeadLetterReason.Syntax, "{"), (letter.Topic, letter.Partition, letter.Offset, letter.Reason, letter.Value));
    }

    [Fact]
    public void A_tombstone_withdraws_what_is_there_and_only_counts_what_is_not()
    {
        _intake.Take(Package, new OrderRecord(false, 0, 0, Start, default, null));
        _intake.Take(Trip, new OrderRecord(true, 0, 0, Start, default, null));
        foreach (bool isTrip in new[] { true, false })
        {
            foreach (string id in new[] { "t1", "p1", "unknown" })
            {
                _intake.Take(Record(isTrip, offset: 9, id, value: null));
            }
        }

        Assert.Equal(6, _intake.Outcome.Withdrawals);
        Assert.Equal("p1", Assert.Single(_intake.Outcome.WithdrawnPackages).Package.Id);
        Assert.Equal("t1", Assert.Single(_intake.Outcome.WithdrawnTrips).Trip);
        Assert.Equal((0, 0), (_book.OpenTrips.Count, _book.Waiting.Count));
    }

    [Fact]
    public void A_tombstone_without_a_key_is_a_dead_letter()
    {
        _intake.Take(Record(isTrip: false, offset: 1, "", value: null));

        Assert.Equal(DeadLetterReason.Id, Assert.Single(_intake.Outcome.DeadLetters).Event.Reason);
    }

    private static OrderRecord Record(bool isTrip, long offset, string key, string? value) =>
        new(isTrip, 0, offset, Start, Encoding.UTF8.GetBytes(key), value is null ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(value));
}
