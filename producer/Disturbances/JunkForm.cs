using System.Text.Json.Nodes;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Producer.Randomness;

namespace SpecialDelivery.Producer.Disturbances;

/// <summary>One kind of bad input.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Reason">Why it must be refused.</param>
/// <param name="Spoil">Makes it from a good order.</param>
internal sealed record JunkForm(string Name, DeadLetterReason Reason, Func<JunkForm.Good, JunkForm.Bad> Spoil)
{
    /// <summary>The order that is spoilt.</summary>
    /// <param name="Id">An id of its own, so that the good order stays untouched.</param>
    /// <param name="Original">The good order's id.</param>
    /// <param name="Order">The order under <paramref name="Id"/>, free to be changed.</param>
    /// <param name="Draw">The good order's dice.</param>
    internal sealed record Good(string Id, string Original, JsonObject Order, Draw Draw);

    /// <summary>What came of it.</summary>
    /// <param name="Key">The record's key.</param>
    /// <param name="Value">The record's value.</param>
    internal sealed record Bad(string Key, byte[] Value);
}
