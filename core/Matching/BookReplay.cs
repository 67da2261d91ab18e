using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Core.Matching;

/// <summary>Makes the book again as it was after a batch: the same fold over the same records.</summary>
public static class BookReplay
{
    /// <summary>Folds the past into an empty book.</summary>
    /// <param name="book">The book.</param>
    /// <param name="intake">Its door.</param>
    /// <param name="orders">The records of the input topics up to the end of that batch; those of one key in their order.</param>
    /// <param name="ledger">Topic <c>claims</c>; the entries of one package in their order.</param>
    /// <param name="reasons">Topic <c>unmatched</c>; the entries of one package in their order.</param>
    /// <param name="before">The batch that comes next: entries of it and later ones are not yet the past.</param>
    public static void Run(
        OrderBook book, OrderIntake intake, IEnumerable<OrderRecord> orders, IEnumerable<ClaimEvent> ledger, IEnumerable<UnmatchedEvent> reasons, long before)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(intake);
        ArgumentNullException.ThrowIfNull(orders);
        foreach (OrderRecord order in orders)
        {
            intake.Take(order);
        }

        foreach (ClaimEvent entry in ledger.Where(entry => entry.Batch < before))
        {
            book.Restore(entry);
        }

        foreach (UnmatchedEvent entry in reasons.Where(entry => entry.Batch < before))
        {
            book.Restore(entry);
        }

        book.Advance(intake.Outcome.EventTime);
        book.Depart();
        book.Expire();
        book.Restored();
    }
}
