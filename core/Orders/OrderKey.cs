using System.Diagnostics.CodeAnalysis;
using System.Text;
using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Core.Orders;

/// <summary>Reads the key of a tombstone, all that a withdrawal consists of.</summary>
public static class OrderKey
{
    /// <summary>Reads an id from a record's key.</summary>
    /// <param name="key">The record's key; empty when it has none.</param>
    /// <param name="id">The id, see <see cref="OrderId"/>.</param>
    /// <param name="rejection">Why the key is no id.</param>
    /// <returns>Whether the key is an id.</returns>
    public static bool TryRead(ReadOnlySpan<byte> key, [NotNullWhen(true)] out string? id, [NotNullWhen(false)] out Rejection? rejection)
    {
        id = Read(key);
        rejection = id is null ? new Rejection(DeadLetterReason.Id, $"The record's key {Describe(key)}") : null;
        return id is not null;
    }

    /// <summary>A key in words that are safe to print.</summary>
    internal static string Describe(ReadOnlySpan<byte> key) =>
        key.IsEmpty ? "is empty" : Read(key) is { } id ? $"is '{id}'" : $"is no id ({key.Length} bytes): {OrderId.Rule}";

    private static string? Read(ReadOnlySpan<byte> key)
    {
        // Latin-1 keeps byte and character apart for ASCII only, and an id is ASCII: other bytes become characters that no id has.
        return key.Length <= OrderId.MaxLength && Encoding.Latin1.GetString(key) is var text && OrderId.IsValid(text) ? text : null;
    }
}
