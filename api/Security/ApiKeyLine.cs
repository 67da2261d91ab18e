using System.Security.Cryptography;
using System.Text;

namespace SpecialDelivery.Api.Security;

/// <summary>A stored API key: <c>name:scopes:hash</c>, such as <c>shop-app:ingest,read:9f86…</c>. The key itself is nowhere.</summary>
/// <param name="Name">Who holds it; two live keys may share a name while one replaces the other.</param>
/// <param name="Scopes">What it allows.</param>
/// <param name="Hash">SHA-256 of the key's text, 32 bytes. A key is 256 random bits, so a plain hash cannot be guessed back.</param>
internal sealed record ApiKeyLine(string Name, Scope Scopes, byte[] Hash)
{
    private const int KeyBytes = 32;
    private const string KeyPrefix = "sd_";

    /// <summary>Makes a key.</summary>
    /// <param name="name">Who will hold it.</param>
    /// <param name="scopes">What it allows.</param>
    /// <returns>The key, to be shown once, and the line to be stored.</returns>
    public static (string Key, ApiKeyLine Line) Create(string name, Scope scopes)
    {
        string key = KeyPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        return (key, new(name, scopes, HashOf(key)));
    }

    /// <summary>Hash of what a client sent.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>Reads a line.</summary>
    /// <returns>The key, null for anything that is none.</returns>
    public static ApiKeyLine? Parse(string line)
    {
        string[] parts = line.Split(':');
        return parts.Length == 3 && IsName(parts[0]) && ParseScopes(parts[1]) is { } scopes && parts[2].Length == 2 * SHA256.HashSizeInBytes && parts[2].All(char.IsAsciiHexDigit)
            ? new(parts[0], scopes, Convert.FromHexString(parts[2]))
            : null;
    }

    /// <summary>Reads scopes: <c>ingest</c>, <c>read</c> and <c>admin</c>, separated by commas.</summary>
    /// <returns>The scopes, null for anything else.</returns>
    public static Scope? ParseScopes(string text)
    {
        Scope scopes = Scope.None;
        foreach (string word in text.Split(','))
        {
            Scope one = word switch
            {
                "ingest" => Scope.Ingest,
                "read" => Scope.Read,
                "admin" => Scope.Admin,
                _ => Scope.None,
            };
            if (one == Scope.None)
            {
                return null;
            }

            scopes |= one;
        }

        return scopes;
    }

    /// <summary>Whether a text may name a key's holder.</summary>
    public static bool IsName(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>Everything wrong with a list of keys; lines that are empty or start with # do not count.</summary>
    public static IEnumerable<string> Faults(IEnumerable<string> lines, string where) => lines
        .Select((line, i) => (Line: line, Number: i + 1))
        .Where(one => IsKey(one.Line) && Parse(one.Line.Trim()) is null)
        .Select(one => $"{where}, line {one.Number} is no API key: name:scopes:hash is expected, as 'sd api key' prints it, with scopes of ingest, read and admin.");

    /// <summary>Whether a line is meant as a key.</summary>
    public static bool IsKey(string line) => line.AsSpan().Trim() is { Length: > 0 } text && text[0] != '#';

    /// <inheritdoc/>
    public override string ToString()
    {
        IEnumerable<string> scopes = ((Scope[])[Scope.Ingest, Scope.Read, Scope.Admin]).Where(scope => Scopes.HasFlag(scope)).Select(scope => scope.ToString().ToLowerInvariant());
        return $"{Name}:{string.Join(',', scopes)}:{Convert.ToHexStringLower(Hash)}";
    }
}
