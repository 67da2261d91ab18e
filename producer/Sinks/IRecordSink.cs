using SpecialDelivery.Producer.Records;

namespace SpecialDelivery.Producer.Sinks;

/// <summary>Where records go.</summary>
public interface IRecordSink : IAsyncDisposable
{
    /// <summary>How many of the records written are safe where they were sent; grows on its own and is final after <see cref="FlushAsync"/>.</summary>
    long Acknowledged { get; }

    /// <summary>Hands over one record; waits when the sink is behind.</summary>
    /// <param name="record">The record.</param>
    void Write(ProducedRecord record);

    /// <summary>Waits until everything written is acknowledged or has failed.</summary>
    /// <returns>Done when nothing is under way.</returns>
    Task FlushAsync();
}
