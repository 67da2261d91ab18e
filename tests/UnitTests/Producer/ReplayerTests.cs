using SpecialDelivery.Core.Names;
using SpecialDelivery.Producer.Records;
using SpecialDelivery.Producer.Replay;

namespace UnitTests.Producer;

public sealed class ReplayerTests : IAsyncDisposable
{
    private readonly VirtualTime _time = new();
    private readonly List<TimeSpan> _progress = [];
    private readonly RecordingSink _sink;

    public ReplayerTests() => _sink = new(_time);

    public ValueTask DisposeAsync() => _sink.DisposeAsync();

    [Fact]
    public async Task Sends_each_record_when_event_time_over_the_factor_has_passed()
    {
        ReplayCounts counts = await RunAsync(new(60), limit: null, Minutes(5), CancellationToken.None);
        Assert.Equal(5, counts.Sent);
        Assert.Equal([0, 1, 2, 3, 4], _sink.Seconds);
        Assert.Equal(4, _sink.Flushed);
        Assert.Equal(4, _progress.Count);
    }

    [Fact]
    public async Task As_fast_as_possible_nobody_waits()
    {
        await RunAsync(Pace.Max, limit: null, Minutes(5), CancellationToken.None);
        Assert.Equal([0, 0, 0, 0, 0], _sink.Seconds);
    }

    [Fact]
    public async Task Stops_and_flushes_when_the_time_is_up()
    {
        ReplayCounts counts = await RunAsync(new(60), TimeSpan.FromSeconds(2.5), Minutes(5), CancellationToken.None);
        Assert.Equal(3, counts.Sent);
        Assert.Equal(2.5, _sink.Flushed);
    }

    [Fact]
    public async Task Stops_and_flushes_when_asked_to()
    {
        using CancellationTokenSource stop = new();
        _sink.StopAfter = (2, stop);
        ReplayCounts counts = await RunAsync(Pace.Max, limit: null, Minutes(5), stop.Token);
        Assert.Equal(2, counts.Sent);
        Assert.NotNull(_sink.Flushed);
    }

    [Fact]
    public async Task Counts_by_kind()
    {
        ProducedRecord[] records =
        [
            ProducedRecord.Junk(Topics.Trips, "a", [], 0, 0),
            ProducedRecord.Junk(Topics.Trips, "b", [], 0, 60_000),
            ProducedRecord.Withdrawal(Topics.Trips, "c", 60_000),
        ];
        ReplayCounts counts = await RunAsync(Pace.Max, limit: null, records, CancellationToken.None);
        Assert.Equal((3, 2, 1, 1, 60_000), (counts.Sent, counts[RecordKind.Junk], counts[RecordKind.Withdrawal], counts.Late, counts.EventTime));
    }

    private async Task<ReplayCounts> RunAsync(Pace pace, TimeSpan? limit, IEnumerable<ProducedRecord> records, CancellationToken stop)
    {
        Replayer replayer = new(_sink, pace, limit, new Progress(_progress), _time);
        await replayer.RunAsync(records, stop);
        return replayer.Counts;
    }

    private static IEnumerable<ProducedRecord> Minutes(int count) =>
        Enumerable.Range(0, count).Select(i => ProducedRecord.Withdrawal(Topics.Trips, $"t{i}", 1_000_000 + (i * 60_000L)));

    private sealed class Progress(List<TimeSpan> reports) : IProgress<ReplayProgress>
    {
        public void Report(ReplayProgress value) => reports.Add(value.Elapsed);
    }
}
