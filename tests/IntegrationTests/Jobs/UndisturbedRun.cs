using SpecialDelivery.Core.Books;

namespace IntegrationTests.Jobs;

/// <summary>The job run over a small, rough world from end to end, with nothing in its way: what disturbed runs are compared with.</summary>
public sealed class UndisturbedRun : IAsyncLifetime
{
    /// <summary>What goes wrong in the world itself.</summary>
    internal static readonly string[] Disturbances = ["--late", "0.02", "--junk", "0.03", "--withdrawn", "0.05"];

    internal JobServers Servers { get; private set; } = null!;

    internal RecountResult Books { get; private set; } = null!;

    internal string[] Fates { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Servers = await JobServers.StartAsync(Disturbances);
        await Servers.CatchUpAsync();
        Books = Servers.Recount();
        Fates = Servers.Fates();
    }

    public ValueTask DisposeAsync() => Servers.DisposeAsync();
}
