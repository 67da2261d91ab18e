using System.Security.Cryptography;
using SpecialDelivery.Api.Settings;

namespace SpecialDelivery.Api.Security;

/// <summary>The API keys in force; a file of them is read again when it changes, so that a key is revoked without a restart.</summary>
/// <param name="settings">Where they are.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told when a changed file cannot be read.</param>
internal sealed partial class ApiKeyStore(ApiSettings settings, TimeProvider time, ILogger<ApiKeyStore> log)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private ApiKeyLine[]? _keys;
    private DateTime _written;
    private long _looked;

    /// <summary>Whether requests need a key.</summary>
    public bool IsNeeded => settings.NeedsKeys;

    /// <summary>Finds a key; the time it takes tells nothing of how near a guess was.</summary>
    /// <param name="key">What the client sent.</param>
    /// <returns>The key's line, null when it is unknown or revoked.</returns>
    public ApiKeyLine? Find(string key)
    {
        byte[] hash = ApiKeyLine.HashOf(key);
        ApiKeyLine? found = null;
        foreach (ApiKeyLine candidate in Keys())
        {
            if (CryptographicOperations.FixedTimeEquals(candidate.Hash, hash))
            {
                found = candidate;
            }
        }

        return found;
    }

    private ApiKeyLine[] Keys()
    {
        lock (_lock)
        {
            if (_keys is not null && (settings.KeysFile is null || time.GetElapsedTime(_looked) < LookEvery))
            {
                return _keys;
            }

            _looked = time.GetTimestamp();
            if (settings.KeysFile is not { } file)
            {
                return _keys = Read(settings.Keys);
            }

            try
            {
                DateTime written = File.GetLastWriteTimeUtc(file);
                if (_keys is null || written != _written)
                {
                    string[] lines = File.ReadAllLines(file);
                    if (ApiKeyLine.Faults(lines, file).ToArray() is { Length: > 0 } faults)
                    {
                        LogBadFile(string.Join(' ', faults)); // the good lines count: whoever revokes a key must not fail by a typo elsewhere
                    }

                    _keys = Read(lines);
                    _written = written;
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                LogUnreadable(fault, file);
                _keys ??= [];
            }

            return _keys;
        }
    }

    private static ApiKeyLine[] Read(IEnumerable<string> lines) => [.. lines.Where(ApiKeyLine.IsKey).Select(line => ApiKeyLine.Parse(line.Trim())).OfType<ApiKeyLine>()];

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed file of API keys has faults: {Faults}")]
    private partial void LogBadFile(string faults);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file of API keys {File} cannot be read; the keys read before stay in force")]
    private partial void LogUnreadable(Exception fault, string file);
}
