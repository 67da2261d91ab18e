using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Randomness;
using SpecialDelivery.Producer.Records;
using SpecialDelivery.Producer.Worlds;

namespace SpecialDelivery.Producer.Disturbances;

/// <summary>A world as it arrives: some orders late, some withdrawn and offered again, some followed by junk.</summary>
/// <remarks>
/// What befalls an order is a function of (seed, order), like the order itself. Every order is sent exactly once; nothing that would
/// happen after the last order was posted is sent, so the stream's event time ends where the world does.
/// </remarks>
/// <param name="world">The smooth world.</param>
/// <param name="settings">Sound settings.</param>
public sealed class RoughWorld(IWorld world, DisturbanceSettings settings)
{
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;
    private const double ReturnFraction = 0.5;

    /// <summary>All records.</summary>
    /// <returns>In the order they are sent, that of <see cref="ProducedRecord.SendAt"/>; made while they are read.</returns>
    public IEnumerable<ProducedRecord> Records()
    {
        PriorityQueue<ProducedRecord, (long SendAt, long Number)> waiting = new();
        long number = 0;
        long end = long.MinValue;
        foreach (PostedOrder order in world.Orders())
        {
            end = order.PostedAt;
            foreach (ProducedRecord record in Of(order))
            {
                waiting.Enqueue(record, (record.SendAt, number++));
            }

            while (waiting.TryPeek(out ProducedRecord? next, out (long SendAt, long Number) turn) && turn.SendAt <= end)
            {
                waiting.Dequeue();
                yield return next;
            }
        }

        while (waiting.TryDequeue(out ProducedRecord? next, out _))
        {
            if (next.Timestamp <= end)
            {
                yield return next;
            }
        }
    }

    /// <summary>All records of one order.</summary>
    /// <param name="order">An order of the world.</param>
    /// <returns>The order's own, then what befalls it.</returns>
    public IEnumerable<ProducedRecord> Of(PostedOrder order)
    {
        Draw draw = new(world.Seed, order.Kind, order.Index);
        bool isLate = draw.Happens(Field.Lateness, settings.LateFraction);
        long sendAt = order.PostedAt + (isLate ? (long)draw.Between(Field.Delay, Minute, Hour) : 0);
        yield return order.Trip is { } trip
            ? ProducedRecord.For(trip, order.PostedAt, sendAt)
            : ProducedRecord.For(order.Package!, order.PostedAt, sendAt);

        if (draw.Happens(Field.Junk, settings.JunkFraction))
        {
            yield return JunkCatalogue.After(order, draw, sendAt);
        }

        // A late order is left alone: its withdrawal could overtake it.
        if (!isLate && draw.Happens(Field.Withdrawal, settings.WithdrawnFraction))
        {
            foreach (ProducedRecord record in Withdraw(order, draw))
            {
                yield return record;
            }
        }
    }

    private static IEnumerable<ProducedRecord> Withdraw(PostedOrder order, Draw draw)
    {
        long openUntil = order.Trip?.LeavesAt ?? order.Package!.Deadline;
        long withdrawnAt = (long)draw.Between(Field.WithdrawnAt, order.PostedAt + 1, openUntil);
        yield return ProducedRecord.Withdrawal(order.Trip is null ? Topics.Packages : Topics.Trips, order.Id, withdrawnAt);

        if (order.Trip is { } trip && draw.Happens(Field.Return, ReturnFraction))
        {
            long returnedAt = withdrawnAt + (long)draw.Between(Field.ReturnedAt, Minute, 6 * Hour);
            long shift = returnedAt - order.PostedAt;
            Trip again = trip with { Id = $"{trip.Id}.2", LeavesAt = trip.LeavesAt + shift, ArrivesAt = trip.ArrivesAt + shift };
            yield return ProducedRecord.For(again, returnedAt, returnedAt, RecordKind.Return);
        }
    }
}
