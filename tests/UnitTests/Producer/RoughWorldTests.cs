using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Disturbances;
using SpecialDelivery.Producer.Records;
using SpecialDelivery.Producer.Worlds.Cities;

namespace UnitTests.Producer;

public sealed class RoughWorldTests
{
    private static readonly CitiesWorld World = new(new() { Trips = 3_000, Packages = 2_000 });
    private static readonly DisturbanceSettings Settings = new() { LateFraction = 0.05, JunkFraction = 0.1, WithdrawnFraction = 0.1 };
    private static readonly List<ProducedRecord> Records = [.. new RoughWorld(World, Settings).Records()];

    [Fact]
    public void Every_good_order_is_sent_exactly_once_whatever_goes_wrong()
    {
        IEnumerable<string> sent = Records.Where(record => record.Kind is RecordKind.Trip or RecordKind.Package).Select(record => record.Key);
        Assert.Equal(World.Orders().Select(order => order.Id).Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_disturbances_it_is_the_world_itself()
    {
        IEnumerable<(string, long, bool)> records = new RoughWorld(World, DisturbanceSettings.None).Records().Select(record => (record.Key, record.Timestamp, record.IsLate));
        Assert.Equal(World.Orders().Select(order => (order.Id, order.PostedAt, false)), records);
    }

    [Fact]
    public void The_same_world_makes_the_same_bytes() => Assert.Equal(
        Records.Select(record => (record.Topic, record.Key, record.Timestamp, Convert.ToHexString(OrderBytes.Value(record)))),
        new RoughWorld(World, Settings).Records().Select(record => (record.Topic, record.Key, record.Timestamp, Convert.ToHexString(OrderBytes.Value(record)))));

    [Fact]
    public void Timestamps_are_in_order_apart_from_late_ones()
    {
        long[] onTime = [.. Records.Where(record => !record.IsLate).Select(record => record.Timestamp)];
        Assert.Equal(onTime.Order(), onTime);
        Assert.Equal(Records.Select(record => record.SendAt).Order(), Records.Select(record => record.SendAt));
        List<ProducedRecord> late = [.. Records.Where(record => record is { IsLate: true, Kind: RecordKind.Trip or RecordKind.Package })];
        Assert.InRange(late.Count, 200, 300);
        Assert.All(late, record => Assert.InRange(record.SendAt - record.Timestamp, 60_000, 3_600_000));
    }

    [Fact]
    public void Nothing_happens_after_the_last_order_was_posted() =>
        Assert.Equal(World.Orders().Last().PostedAt, Records.Max(record => record.Timestamp));

    [Fact]
    public void A_withdrawal_follows_its_order_before_that_ends_and_some_trips_come_back()
    {
        Dictionary<string, ProducedRecord> orders = Records.Where(record => record.Kind is RecordKind.Trip or RecordKind.Package).ToDictionary(record => record.Key);
        List<ProducedRecord> withdrawals = [.. Records.Where(record => record.IsTombstone)];
        Assert.InRange(withdrawals.Count, 100, 500);
        Assert.All(withdrawals, record =>
        {
            Assert.Empty(OrderBytes.Value(record));
            Assert.Equal(orders[record.Key].Topic, record.Topic);
            Assert.True(record.Timestamp > orders[record.Key].Timestamp);
        });
        Dictionary<string, ProducedRecord> withdrawn = withdrawals.ToDictionary(record => record.Key);
        List<ProducedRecord> returns = [.. Records.Where(record => record.Kind is RecordKind.Return)];
        Assert.NotEmpty(returns);
        Assert.All(returns, record =>
        {
            Assert.Equal(Topics.Trips, record.Topic);
            Assert.True(record.Timestamp > withdrawn[record.Key[..^2]].Timestamp);
            Assert.Null(OrderBytes.Judge(isTrip: true, record.Key, OrderBytes.Value(record)));
        });
    }

    [Fact]
    public void Junk_is_added_and_refused_and_comes_after_what_it_contradicts()
    {
        Dictionary<string, int> place = Records.Index().Where(pair => pair.Item.Kind is RecordKind.Trip or RecordKind.Package).ToDictionary(pair => pair.Item.Key, pair => pair.Index);
        int junk = 0;
        foreach ((int index, ProducedRecord record) in Records.Index().Where(pair => pair.Item.Kind is RecordKind.Junk))
        {
            junk++;
            Rejection? rejection = OrderBytes.Judge(record.Topic == Topics.Trips, record.Key, OrderBytes.Value(record));
            Assert.True(rejection is not null || place[record.Key] < index, record.Key);
        }

        Assert.InRange(junk, 420, 580); // a tenth of 5 000
    }

    [Fact]
    public void Settings_out_of_range_are_all_named()
    {
        string faults = string.Join(' ', new DisturbanceSettings { LateFraction = -1, JunkFraction = 2, WithdrawnFraction = double.NaN }.Faults());
        Assert.All(["LateFraction is -1", "JunkFraction is 2", "WithdrawnFraction is NaN"], part => Assert.Contains(part, faults, StringComparison.Ordinal));
    }
}
