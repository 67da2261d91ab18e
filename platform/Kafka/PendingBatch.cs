namespace SpecialDelivery.Platform.Kafka;

/// <summary>A batch under way: done when the broker has told the fate of its last record.</summary>
/// <param name="records">How many records it has, at least 1.</param>
/// <param name="bytes">Their length.</param>
/// <param name="since">When it was handed over, a timestamp of the writer's clock.</param>
internal sealed class PendingBatch(int records, long bytes, long since)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _open = records;
    private int _failed;
    private string? _reason;

    public int Records { get; } = records;

    public long Bytes { get; } = bytes;

    public long Since { get; } = since;

    public Task Done => _done.Task;

    /// <summary>Notes the fate of one record.</summary>
    /// <param name="fault">Why it failed; null = it is acknowledged.</param>
    /// <returns>Whether it was the last one.</returns>
    public bool Settle(string? fault)
    {
        if (fault is not null)
        {
            Interlocked.CompareExchange(ref _reason, fault, null);
            Interlocked.Increment(ref _failed);
        }

        return Interlocked.Decrement(ref _open) == 0;
    }

    /// <summary>Tells whoever waits.</summary>
    /// <param name="bootstrap">Kafka's <c>host:port</c>, for the fault's words.</param>
    public void Finish(string bootstrap)
    {
        if (_failed == 0)
        {
            _done.TrySetResult();
        }
        else
        {
            _done.TrySetException(new RecordsLostException(bootstrap, _failed, _reason!));
        }
    }
}
