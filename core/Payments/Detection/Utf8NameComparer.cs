using System.Text;

namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>Finds texts by their UTF-8 bytes.</summary>
internal sealed class Utf8NameComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    private const int MostOnStack = 256;

    public static Utf8NameComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string obj)
    {
        Span<byte> onStack = stackalloc byte[MostOnStack];
        return Encoding.UTF8.TryGetBytes(obj, onStack, out int length) ? GetHashCode(onStack[..length]) : GetHashCode(Encoding.UTF8.GetBytes(obj));
    }

    public bool Equals(ReadOnlySpan<byte> alternate, string other) => Ascii.Equals(alternate, other) || Create(alternate) == other;

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        HashCode hash = default;
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }

    public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);
}
