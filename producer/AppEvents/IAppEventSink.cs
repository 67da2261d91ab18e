namespace SpecialDelivery.Producer.AppEvents;

/// <summary>Where events of apps go.</summary>
internal interface IAppEventSink : IAsyncDisposable
{
    /// <summary>Sends a batch.</summary>
    /// <param name="name">The batch's own name: the same batch sent again bears it again.</param>
    /// <param name="events">Times, unix seconds, and values.</param>
    /// <param name="counts">Told what became of each event.</param>
    /// <param name="giveUp">Ends the attempts.</param>
    Task SendAsync(string name, IReadOnlyList<(long Ts, byte[] Value)> events, PostCounts counts, CancellationToken giveUp);

    /// <summary>Waits for the fate of everything sent.</summary>
    /// <param name="counts">Told of it.</param>
    /// <param name="giveUp">Ends waiting.</param>
    Task FinishAsync(PostCounts counts, CancellationToken giveUp);
}
