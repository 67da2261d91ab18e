using System.Buffers;
using System.Globalization;
using System.Text;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Producer.Disturbances;
using SpecialDelivery.Producer.Records;
using SpecialDelivery.Producer.Worlds.Cities;

namespace IntegrationTests.Producer;

/// <summary>The program itself against a real broker: what the world holds is what the topics hold.</summary>
public sealed class WorldToKafkaTests(WorldToKafkaTests.Broker broker) : IClassFixture<WorldToKafkaTests.Broker>
{
    public sealed class Broker : IAsyncLifetime
    {
        private LocalEngine? _engine;

        public string Address => _engine!.Addresses.Kafka;

        public async ValueTask InitializeAsync() =>
            _engine = await LocalEngine.StartTemporaryAsync(ServerSet.Kafka, new Progress<EngineProgress>(), TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => _engine?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_sent_is_what_is_read_with_its_own_time_and_the_time_of_sending()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        RoughWorld world = new(
            new CitiesWorld(new() { Seed = 11, Trips = 600, Packages = 400 }),
            new() { LateFraction = 0.05, JunkFraction = 0.1, WithdrawnFraction = 0.2 });

        long before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        ProducerRun run = await ProducerRun.StartAsync(
            broker.Address, cancel, "world", "--world", "cities", "--seed", "11", "--trips", "600", "--packages", "400",
            "--late", "0.05", "--junk", "0.1", "--withdrawn", "0.2", "--partitions", "3");
        long after = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        List<TopicRecord> read = [.. new TopicReader(broker.Address, headers: true).Read([Topics.Trips, Topics.Packages], cancel)];

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(
            world.Records().Select(record => Text(record.Topic, Encoding.UTF8.GetBytes(record.Key), record.Timestamp, Value(record))).Order(StringComparer.Ordinal),
            read.Select(record => Text(record.Topic, record.Key!, record.Timestamp, record.Value)).Order(StringComparer.Ordinal));
        Assert.All(read, record => Assert.InRange(
            long.Parse(Encoding.ASCII.GetString(record.Header(Headers.SentAt)!), NumberStyles.None, CultureInfo.InvariantCulture), before, after));
        Assert.Equal(3, read.Where(record => record.Topic == Topics.Trips).DistinctBy(record => record.Partition).Count());
        Assert.Contains($"sent {read.Count:N0} = acknowledged {read.Count:N0}", run.Error, StringComparison.Ordinal);

        // One key, one partition: an order comes before its withdrawal and before what contradicts it.
        Assert.All(
            read.GroupBy(record => (record.Topic, Encoding.UTF8.GetString(record.Key!))).Where(group => group.Count() > 1),
            group => Assert.Equal(Text(world, group.Key), group.OrderBy(record => record.Offset).Select(record => Text(group.Key.Topic, record.Key!, record.Timestamp, record.Value))));
    }

    private static IEnumerable<string> Text(RoughWorld world, (string Topic, string Key) of) => world.Records()
        .Where(record => record.Topic == of.Topic && record.Key == of.Key)
        .Select(record => Text(record.Topic, Encoding.UTF8.GetBytes(record.Key), record.Timestamp, Value(record)));

    private static string Text(string topic, byte[] key, long timestamp, byte[]? value) =>
        $"{topic} {timestamp} {Convert.ToHexString(key)} {(value is null ? "tombstone" : Convert.ToHexString(value))}";

    private static byte[]? Value(ProducedRecord record)
    {
        ArrayBufferWriter<byte> value = new();
        record.WriteValue(value);
        return record.IsTombstone ? null : value.WrittenSpan.ToArray();
    }
}
