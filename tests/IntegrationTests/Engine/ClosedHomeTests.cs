using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Probes;

namespace IntegrationTests.Engine;

/// <summary>A clone in root's own home, which the unprivileged user of Elasticsearch cannot enter.</summary>
public sealed class ClosedHomeTests
{
    private static readonly Progress<EngineProgress> Unheard = new();

    [Fact]
    public async Task Elasticsearch_runs_from_a_folder_it_can_reach_and_purge_removes_that_too()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root starts Elasticsearch as another user");
        using TemporaryHome home = new(isClosed: true);
        CancellationToken cancel = TestContext.Current.CancellationToken;
        string[] before = StandIns();
        try
        {
            await using LocalEngine engine = await LocalEngine.UpAsync(home.Settings, ServerSet.Elasticsearch, ServerLifetime.Bound, Unheard, cancel);

            Assert.Contains("8.7.1", await HttpProbe.AskAsync(engine.Addresses.Elasticsearch, cancel), StringComparison.Ordinal);
            Assert.NotEqual(before, StandIns());
        }
        finally
        {
            Directory.Delete(Path.Combine(home.Settings.Home.FullName, "engine"));
            await RunningEngine.DownAsync(home.Settings, purge: true, Unheard, cancel);
        }

        Assert.Equal(before, StandIns());
    }

    private static string[] StandIns()
    {
        DirectoryInfo state = new("/var/lib/special-delivery");
        return state.Exists ? [.. state.EnumerateDirectories().Select(folder => folder.Name).Order()] : [];
    }
}
