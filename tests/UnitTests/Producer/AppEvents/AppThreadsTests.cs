using System.Net;
using System.Text;
using SpecialDelivery.Producer.AppEvents;
using UnitTests.Platform;

namespace UnitTests.Producer.AppEvents;

public sealed class AppThreadsTests : IDisposable
{
    private readonly FakeService _service = new();
    private readonly AppEventWorld _world = new(new AppEventSettings { Seed = 3, Rate = 1_000_000 });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_event_is_posted_once_by_the_thread_whose_it_is()
    {
        AppThreads apps = await RunAsync(events: 5_000);

        Assert.Equal((5_000, 5_000, 0, true), (apps.Counts.Posted, apps.Counts.Accepted, apps.Counts.Rejected, apps.Counts.IsBalanced));
        Assert.Equal(Expected(5_000), _service.Lines.Order(StringComparer.Ordinal));
        Assert.Equal(_service.Keys.Count, _service.Keys.Distinct().Count());
    }

    [Fact]
    public async Task What_was_not_answered_is_posted_again_under_its_key()
    {
        _service.Fail(HttpStatusCode.ServiceUnavailable, null, HttpStatusCode.Conflict, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError, null);

        AppThreads apps = await RunAsync(events: 2_000);

        Assert.True(apps.Counts.IsBalanced);
        Assert.Equal(6, apps.Counts.Repeated);
        Assert.Equal(Expected(2_000), _service.Lines.Order(StringComparer.Ordinal));
        Assert.Equal(6, _service.Keys.Count - _service.Keys.Distinct().Count());
    }

    [Fact]
    public async Task A_service_that_will_never_take_it_ends_the_run()
    {
        _service.Fail([.. Enumerable.Repeat<HttpStatusCode?>(HttpStatusCode.Unauthorized, 1_000)]);

        IOException fault = await Assert.ThrowsAsync<IOException>(() => RunAsync(events: 5_000));
        Assert.Contains("401", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _service.Dispose();

    private async Task<AppThreads> RunAsync(int events)
    {
        InstantTime time = new();
        await using ApiSink sink = new(new("http://api:5080"), null, time, _service);
        AppThreads apps = new(_world, sink, threads: 7, batch: 100, "run", time);
        await apps.RunAsync(events, null, Cancel, Cancel);
        return apps;
    }

    private IEnumerable<string> Expected(int events) => Enumerable.Range(0, events).Select(id => Encoding.UTF8.GetString(_world.ValueOf(id))).Order(StringComparer.Ordinal);
}
