namespace SpecialDelivery.Producer.AppEvents;

/// <summary>What became of the events; safe for several threads.</summary>
internal sealed class PostCounts
{
    private long _posted;
    private long _accepted;
    private long _rejected;
    private long _repeated;

    /// <summary>Events sent, each once however often it was tried.</summary>
    public long Posted => Interlocked.Read(ref _posted);

    /// <summary>Events confirmed.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>Events refused.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>Batches sent again.</summary>
    public long Repeated => Interlocked.Read(ref _repeated);

    /// <summary>Whether the fate of every event is known.</summary>
    public bool IsBalanced => Posted == Accepted + Rejected;

    public void Post(int events) => Interlocked.Add(ref _posted, events);

    public void Accept(long events) => Interlocked.Add(ref _accepted, events);

    public void Reject(long events) => Interlocked.Add(ref _rejected, events);

    public void Repeat() => Interlocked.Increment(ref _repeated);
}
