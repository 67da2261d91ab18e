using System.Text.Json.Serialization;
using SpecialDelivery.Core.AppEvents;

namespace SpecialDelivery.Api.Ingest;

/// <summary>What became of one event of a request.</summary>
/// <param name="Position">Which one, from 0 in the order sent; empty lines do not count.</param>
/// <param name="Status">"accepted" or "rejected".</param>
/// <param name="Errors">What is wrong with it; left out when it was accepted.</param>
internal sealed record EventResult(
    int Position, string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<AppEventFault>? Errors)
{
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";
}
