using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SpecialDelivery.Api.Settings;

namespace SpecialDelivery.Api.Search;

/// <summary>Hands cursors to clients and knows its own again: a changed one is refused.</summary>
/// <param name="settings">The secret; without one, cursors end with this process.</param>
internal sealed class CursorSigner(ApiSettings settings)
{
    private const char Separator = '.';

    private readonly byte[] _key = settings.CursorKey is { } secret ? SHA256.HashData(Encoding.UTF8.GetBytes(secret)) : RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    /// <summary>Writes a cursor.</summary>
    public string Sign(CursorState state)
    {
        byte[] text = JsonSerializer.SerializeToUtf8Bytes(state);
        return $"{Base64Url.EncodeToString(text)}{Separator}{Base64Url.EncodeToString(HMACSHA256.HashData(_key, text))}";
    }

    /// <summary>Reads a cursor.</summary>
    /// <param name="cursor">What a client sent.</param>
    /// <returns>Where it stands; null for what this key has not signed.</returns>
    public CursorState? Read(string cursor)
    {
        string[] parts = cursor.Split(Separator);
        if (parts.Length != 2 || !Base64Url.IsValid(parts[0]) || !Base64Url.IsValid(parts[1]))
        {
            return null;
        }

        byte[] text = Base64Url.DecodeFromChars(parts[0]);
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, text), Base64Url.DecodeFromChars(parts[1])) ? JsonSerializer.Deserialize<CursorState>(text) : null;
    }
}
