using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace SpecialDelivery.Api.Ingest;

/// <summary>An Idempotency-Key with what it was sent with.</summary>
/// <param name="Name">Hash of caller and key: two callers with the same key do not meet.</param>
/// <param name="Fingerprint">Hash of everything that decides the answer.</param>
internal sealed record RequestKey(string Name, string Fingerprint)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 255;

    /// <summary>What is wrong with the header, null when it is well-formed or left out.</summary>
    public static string? Fault(StringValues sent) => sent switch
    {
        { Count: 0 } => null,
        { Count: > 1 } => $"The header {Header} was sent {sent.Count} times: once is allowed.",
        [{ Length: > 0 and <= MaxLength } key] when key.All(c => c is >= ' ' and <= '~') => null,
        _ => $"The header {Header} must be 1 to {MaxLength} printable ASCII characters.",
    };

    /// <summary>The key of a request; null when it has none.</summary>
    public static RequestKey? Of(StringValues sent, string caller, BodyKind kind, bool atomic, ReadOnlySpan<byte> body)
    {
        if (sent.Count == 0)
        {
            return null;
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([(byte)kind, atomic ? (byte)1 : (byte)0]);
        hash.AppendData(body);
        return new(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{sent[0]}"))),
            Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
