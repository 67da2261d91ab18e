namespace SpecialDelivery.Jobs.Steps;

/// <summary>What of a refused record travels to the driver, whose strict reader tells the reason.</summary>
internal static class RefusedBytes
{
    /// <summary>A record's value, cut one byte beyond what is allowed: that byte tells that it is too long.</summary>
    /// <param name="value">The value; null for a tombstone.</param>
    /// <param name="most">Most bytes of a sound one.</param>
    /// <returns>A copy; null for a tombstone.</returns>
    public static byte[]? Of(ReadOnlyMemory<byte>? value, int most) => value is { } bytes ? bytes[..Math.Min(bytes.Length, most + 1)].ToArray() : null;
}
