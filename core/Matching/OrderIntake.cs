using System.Buffers;
using System.Text;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Matching;

/// <summary>The door of the book: every record of the input topics passes here exactly once per run, and none is dropped unseen.</summary>
/// <param name="book">The book.</param>
/// <param name="clock">The wall clock.</param>
/// <param name="clockSkew">How far a timestamp may lie ahead of the clock.</param>
public sealed class OrderIntake(OrderBook book, TimeProvider clock, TimeSpan clockSkew)
{
    private readonly long _now = clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>What became of the records so far.</summary>
    public IntakeOutcome Outcome { get; } = new();

    /// <summary>Takes a record as it stood in the topic.</summary>
    /// <param name="record">The record; those of one key in the topic's order.</param>
    public void Take(in OrderRecord record)
    {
        Note(record.Timestamp);
        if (record.Value is not { } value)
        {
            Withdraw(record);
        }
        else if (record.IsTrip)
        {
            if (OrderParser.TryParseTrip(record.Key.Span, value.Span, out Trip? trip, out Rejection? rejection))
            {
                Admit(book.Admit(trip, OrderHandle.Pack(record.Partition, record.Offset)), record);
            }
            else
            {
                Refuse(record, rejection);
            }
        }
        else if (OrderParser.TryParsePackage(record.Key.Span, value.Span, out Package? package, out Rejection? rejection))
        {
            Admit(book.Admit(package, OrderHandle.Pack(record.Partition, record.Offset)), record);
        }
        else
        {
            Refuse(record, rejection);
        }
    }

    /// <summary>Takes a trip that was read already.</summary>
    /// <param name="trip">The trip.</param>
    /// <param name="record">Where it stood; without key and value, a dead letter holds the trip written anew.</param>
    public void Take(Trip trip, in OrderRecord record)
    {
        ArgumentNullException.ThrowIfNull(trip);
        Note(record.Timestamp);
        Admission admission = book.Admit(trip, OrderHandle.Pack(record.Partition, record.Offset));
        Admit(admission, admission == Admission.Conflicting ? Rewritten(record, trip.Id, output => OrderJson.Write(trip, output)) : record);
    }

    /// <summary>Takes a package that was read already.</summary>
    /// <param name="package">The package.</param>
    /// <param name="record">Where it stood; without key and value, a dead letter holds the package written anew.</param>
    public void Take(Package package, in OrderRecord record)
    {
        ArgumentNullException.ThrowIfNull(package);
        Note(record.Timestamp);
        Admission admission = book.Admit(package, OrderHandle.Pack(record.Partition, record.Offset));
        Admit(admission, admission == Admission.Conflicting ? Rewritten(record, package.Id, output => OrderJson.Write(package, output)) : record);
    }

    private static OrderRecord Rewritten(in OrderRecord record, string id, Action<ArrayBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> value = new();
        write(value);
        return record with { Key = Encoding.UTF8.GetBytes(id), Value = value.WrittenMemory };
    }

    private void Note(long timestamp)
    {
        Outcome.Read++;
        long latest = _now + (long)clockSkew.TotalMilliseconds;
        if (timestamp > latest)
        {
            // One record from the future must not close every trip: it counts as sent now.
            timestamp = _now;
            Outcome.Clamped++;
        }

        Outcome.EventTime = Math.Max(Outcome.EventTime, timestamp);
    }

    private void Admit(Admission admission, in OrderRecord record)
    {
        switch (admission)
        {
            case Admission.Admitted:
                Outcome.Good++;
                break;
            case Admission.Repeated:
                Outcome.Repeated++;
                break;
            case Admission.Late:
                Outcome.Late++;
                break;
            default:
                Refuse(record, new Rejection(DeadLetterReason.Duplicate, "The id is taken by an order with other content; the first one counts."));
                break;
        }
    }

    private void Withdraw(in OrderRecord record)
    {
        if (!OrderKey.TryRead(record.Key.Span, out string? id, out Rejection? rejection))
        {
            Refuse(record, rejection);
            return;
        }

        Outcome.Withdrawals++;
        if (record.IsTrip)
        {
            IReadOnlyList<Carriage> released = book.WithdrawTrip(id, out OpenTrip? trip);
            if (trip is not null)
            {
                Outcome.WithdrawnTrips.Add((id, [.. released.Select(c => c.Waiting.Package.Id)]));
            }

            foreach (Carriage carriage in released)
            {
                Outcome.Released.Add(carriage);
            }
        }
        else if (book.WithdrawPackage(id, out _) is { } package)
        {
            Outcome.WithdrawnPackages.Add(package);
        }
    }

    private void Refuse(in OrderRecord record, Rejection rejection) => Outcome.DeadLetters.Add((record.Key, DeadLetters.Create(
        record.IsTrip ? Topics.Trips : Topics.Packages,
        record.Partition,
        record.Offset,
        record.Value is { } value ? value.Span : [],
        rejection,
        _now)));
}
