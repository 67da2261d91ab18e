using System.Text;
using System.Text.Json;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Kafka;

namespace IntegrationTests.Platform;

[Collection(nameof(StreamServers))]
public sealed class MatchIndexerTests : IAsyncLifetime
{
    private readonly StreamServers _servers;
    private readonly string _name = $"test-{Guid.NewGuid():N}";
    private readonly ElasticsearchClient _client;
    private readonly List<BulkFailure> _refused = [];

    public MatchIndexerTests(StreamServers servers)
    {
        _servers = servers;
        _client = new ElasticsearchClient(servers.Elasticsearch);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await TopicAdmin.EnsureAsync(_servers.Kafka, [_name], 2);

    [Fact]
    public async Task Matches_are_indexed_once_however_often_the_indexer_starts()
    {
        Write(Enumerable.Range(0, 3_000).Select(i => Match($"p{i}", "t1")));
        Assert.Equal(new IndexerCounts(3_000, 3_000, 0), await Indexer().DrainAsync(Cancel));
        Write([Match("p7", "t2"), Match("p3000", "t2")]);
        Assert.Equal(new IndexerCounts(2, 2, 0), await Indexer().DrainAsync(Cancel));
        Assert.Equal(default, await Indexer().DrainAsync(Cancel));

        await _client.RefreshAsync(_name, Cancel);
        Assert.Equal(3_001, await _client.CountAsync(_name, null, Cancel));
        Assert.Equal(2, await _client.CountAsync(_name, new { term = new { trip = "t2" } }, Cancel));
        SearchResult found = await _client.SearchAsync(_name, new { query = new { term = new { package = "p7" } } }, Cancel);
        Assert.True(found.IsComplete);
        Assert.Equal(Match("p7", "t2"), Assert.Single(found.Sources).Deserialize(EventJson.Default.MatchEvent));
    }

    [Fact]
    public async Task What_Elasticsearch_refuses_is_handed_over_and_the_rest_indexed()
    {
        using (RecordWriter writer = new(_servers.Kafka))
        {
            writer.Write(_name, "bad", "{\"space\":\"much\"}"u8);
            writer.Write(_name, "broken", "{\"space\":"u8);
            writer.Write(_name, "good", "{\"space\":\n1}"u8);
            writer.Write(_name, "empty", ""u8);
            writer.Write(_name, "list", "[1]"u8);
            writer.Write(_name, "", "{}"u8);
            writer.Write(_name, "two", "{}\n{\"delete\":{\"_id\":\"good\"}}"u8);
            writer.Write(_name, new string('x', 600), "{}"u8);
            writer.Write(_name, [0xff, 0xfe], [0xc3, 0x28]);
            writer.Flush(TimeSpan.FromMinutes(1));
        }

        IndexerCounts counts = await Indexer().DrainAsync(Cancel);
        Assert.Equal(9, counts.Read);
        Assert.Equal(9, counts.Indexed + counts.Refused);
        Assert.Superset(new HashSet<string> { "bad", "broken", "empty", "list", "", new('x', 600) }, _refused.Select(failure => failure.Item.Id).ToHashSet());
        await _client.RefreshAsync(_name, Cancel);
        Assert.Equal(1, await _client.CountAsync(_name, new { ids = new { values = new[] { "good" } } }, Cancel));
        Assert.All(_refused, failure => Assert.Equal(400, failure.Status));
        Assert.Equal(default, await Indexer().DrainAsync(Cancel));
    }

    [Fact]
    public async Task A_tombstone_removes_the_document()
    {
        Write([Match("p1", "t1")]);
        await Indexer().DrainAsync(Cancel);
        using (RecordWriter writer = new(_servers.Kafka))
        {
            writer.Write(_name, "p1"u8.ToArray(), null);
            writer.Write(_name, "unknown"u8.ToArray(), null);
            writer.Flush(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(new IndexerCounts(2, 2, 0), await Indexer().DrainAsync(Cancel));
        await _client.RefreshAsync(_name, Cancel);
        Assert.Equal(0, await _client.CountAsync(_name, null, Cancel));
    }

    [Fact]
    public async Task While_Elasticsearch_is_away_nothing_is_committed_and_afterwards_nothing_missing()
    {
        Write([Match("p1", "t1")]);
        using (CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel))
        {
            using ElasticsearchClient nobody = new("127.0.0.1:1", new RetryPolicy { Attempts = 1, First = TimeSpan.FromMilliseconds(10) });
            int complaints = 0;
            MatchIndexer away = new(_servers.Kafka, nobody, _refused.Add, _ => StopAtThird()) { Topic = _name, Index = _name, Group = _name };
            Assert.Equal(default, await away.RunAsync(stop.Token));
            Assert.Equal(3, complaints);

            void StopAtThird()
            {
                if (++complaints == 3)
                {
                    stop.Cancel();
                }
            }
        }

        Assert.Equal(new IndexerCounts(1, 1, 0), await Indexer().DrainAsync(Cancel));
    }

    [Fact]
    public async Task A_running_indexer_follows_until_it_is_stopped()
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<IndexerCounts> running = Indexer().RunAsync(stop.Token);
        Write([Match("p1", "t1")]);
        using TopicOffsets offsets = new(_servers.Kafka, _name);
        await Eventually.HoldsAsync(() => Task.FromResult(offsets.Lag([_name]) == 0), "the first match is indexed");
        Write([Match("p2", "t1")]);
        await Eventually.HoldsAsync(() => Task.FromResult(offsets.Lag([_name]) == 0), "the second match is indexed");
        await stop.CancelAsync();
        Assert.Equal(new IndexerCounts(2, 2, 0), await running);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DeleteIndexAsync(_name, CancellationToken.None);
        _client.Dispose();
    }

    private static MatchEvent Match(string package, string trip) => new(package, trip, 1.5, 2.5, 4, 3, 1, 7, 1_700_000_000_000, 12);

    private MatchIndexer Indexer() => new(_servers.Kafka, _client, _refused.Add) { Topic = _name, Index = _name, Group = _name };

    private void Write(IEnumerable<MatchEvent> matches)
    {
        using RecordWriter writer = new(_servers.Kafka);
        foreach (MatchEvent match in matches)
        {
            writer.Write(_name, Encoding.UTF8.GetBytes(match.Package), JsonSerializer.SerializeToUtf8Bytes(match, EventJson.Default.MatchEvent));
        }

        writer.Flush(TimeSpan.FromMinutes(1));
    }
}
