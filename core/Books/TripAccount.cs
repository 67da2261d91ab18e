using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Books;

/// <summary>All that the topics say about one trip id.</summary>
internal sealed class TripAccount(string id)
{
    public string Id { get; } = id;

    /// <summary>The trip as first posted; null while only the results name it.</summary>
    public Trip? Trip { get; set; }

    /// <summary>Whether a tombstone followed it.</summary>
    public bool IsWithdrawn { get; set; }
}
