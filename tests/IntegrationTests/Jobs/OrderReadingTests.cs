using IntegrationTests.Spark;
using Microsoft.Spark.Extensions;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Steps;
using UnitTests.Core.Matching.Worlds;
using UnitTests.Core.Orders;

namespace IntegrationTests.Jobs;

/// <summary>Orders through the executors and back: nothing is changed, and each record gets its verdict.</summary>
public sealed class OrderReadingTests(SparkFixture fixture) : SparkTest(fixture)
{
    [Fact]
    public void Every_record_of_the_corpus_gets_the_strict_parsers_verdict()
    {
        KafkaRow[] records = [.. CorpusCase.All.Select((each, i) => Row(each.IsTrip, i, each.KeyBytes(), each.Tombstone ? null : each.Value()))];

        Dictionary<long, string> verdicts = Decode(records).ToDictionary(row => row.Offset, Verdict);

        Assert.Equal(
            CorpusCase.All.Select(each => $"{each.Title}: {(each is { Tombstone: true, Expect: "good" } ? "withdrawn" : each.Expect)}"),
            CorpusCase.All.Select((each, i) => $"{each.Title}: {verdicts[i]}"));
    }

    [Fact]
    public void Every_order_is_read_on_the_executors_and_no_value_is_changed()
    {
        Posted[] posted = [.. Enumerable.Range(0, 30).SelectMany(seed => new SmallWorld(seed).Records)];
        KafkaRow[] records = [.. posted.Select((one, i) => Row(one.IsTrip, i, one.ToRecord().Key.ToArray(), one.IsTombstone ? null : one.Value()))];

        foreach (OrderRow row in Decode(records))
        {
            Posted one = posted[row.Offset];
            Assert.Equal((one.Trip, one.Package), (row.Trip, row.Package));
            OrderBook book = new(new MatchingSettings());
            row.Enter(new OrderIntake(book, new FixedTime(SmallWorld.Now), TimeSpan.FromMinutes(10)));
            Assert.Equal(one.Trip, book.OpenTrips.SingleOrDefault()?.Trip);
            Assert.Equal(one.Package, book.Waiting.SingleOrDefault()?.Package);
        }
    }

    private static KafkaRow Row(bool isTrip, long offset, byte[] key, byte[]? value) => new(
        isTrip ? Topics.Trips : Topics.Packages, 0, offset, DateTimeOffset.FromUnixTimeMilliseconds(SmallWorld.Start).UtcDateTime, key.Length == 0 ? null : key, value);

    private static string Verdict(OrderRow row)
    {
        OrderIntake intake = new(new OrderBook(new MatchingSettings()), new FixedTime(SmallWorld.Now), TimeSpan.FromMinutes(10));
        row.Enter(intake);
        Assert.Equal(1, intake.Outcome.Read);
        return intake.Outcome switch
        {
            { DeadLetters: [var (_, letter)] } => letter.Reason.ToString().ToLowerInvariant(),
            { Withdrawals: 1 } => "withdrawn",
            { Good: 1 } => "good",
            _ => "lost",
        };
    }

    private IReadOnlyList<OrderRow> Decode(KafkaRow[] records)
    {
        IReadOnlyList<OrderRow> rows = OrderReading.Read(Spark.CreateDataFrame<KafkaRow>(records)).CollectAs<OrderRow>();
        Assert.Equal(records.Length, rows.Count);
        return rows;
    }

    private sealed record KafkaRow(string topic, int partition, long offset, DateTime timestamp, byte[]? key, byte[]? value);
}
