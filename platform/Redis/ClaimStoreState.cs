using System.Security.Cryptography;
using System.Text;
using SpecialDelivery.Core.Names;
using StackExchange.Redis;

namespace SpecialDelivery.Platform.Redis;

/// <summary>Everything a claim store remembers, read for checks while nothing is being claimed.</summary>
/// <param name="Claims">Package → its trip, fence, space and detour; packages that have ended are not in it.</param>
/// <param name="Ended">Packages that have ended.</param>
/// <param name="Trips">Trip → what it uses.</param>
/// <param name="WithdrawnTrips">Trips that take no more.</param>
/// <param name="Fence">Highest fence given out.</param>
public sealed record ClaimStoreState(
    IReadOnlyDictionary<string, StoredClaim> Claims,
    IReadOnlySet<string> Ended,
    IReadOnlyDictionary<string, StoredUsage> Trips,
    IReadOnlySet<string> WithdrawnTrips,
    long Fence)
{
    /// <summary>Reads the store; it need not be ready.</summary>
    /// <param name="address">Redis's <c>host:port</c>.</param>
    /// <param name="settings">Region and limits; null = the defaults.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>Its state.</returns>
    /// <exception cref="ClaimStoreUnavailableException">Redis does not answer.</exception>
    public static async Task<ClaimStoreState> ReadAsync(string address, ClaimStoreSettings? settings, CancellationToken cancel)
    {
        settings ??= new();
        RedisKeys keys = new(settings.Region);
        await using RedisConnection connection = new(address, settings);
        Dictionary<string, string> packages = await ScanAsync(connection, keys.Packages, cancel);
        Dictionary<string, string> trips = await ScanAsync(connection, keys.Trips, cancel);
        long fence = (long)await connection.CallAsync(redis => redis.StringGetAsync(keys.Fence), cancel);
        return new ClaimStoreState(
            packages.Where(field => field.Value != StoredClaim.Gone).ToDictionary(field => field.Key, field => StoredClaim.Parse(field.Value)!.Value),
            packages.Where(field => field.Value == StoredClaim.Gone).Select(field => field.Key).ToHashSet(),
            trips.Where(field => field.Value != StoredClaim.Gone).ToDictionary(field => field.Key, field => StoredUsage.Parse(field.Value)),
            trips.Where(field => field.Value == StoredClaim.Gone).Select(field => field.Key).ToHashSet(),
            fence);
    }

    /// <summary>The same for the same state, however it came about.</summary>
    /// <returns>SHA-256, hexadecimal.</returns>
    public string Hash()
    {
        IEnumerable<string> lines = Claims.Select(claim => $"package {claim.Key} {claim.Value}")
            .Concat(Ended.Select(package => $"package {package} {StoredClaim.Gone}"))
            .Concat(Trips.Select(trip => $"trip {trip.Key} {trip.Value}"))
            .Concat(WithdrawnTrips.Select(trip => $"trip {trip} {StoredClaim.Gone}"))
            .Append($"fence {Fence}")
            .Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static async Task<Dictionary<string, string>> ScanAsync(RedisConnection connection, string hash, CancellationToken cancel)
    {
        Dictionary<string, string> fields = [];
        string cursor = "0";
        do
        {
            string from = cursor;
            RedisResult[] answer = (RedisResult[])(await connection.CallAsync(redis => redis.ExecuteAsync("HSCAN", (RedisKey)hash, from, "COUNT", 2_000), cancel))!;
            cursor = (string)answer[0]!;
            string[] page = (string[])answer[1]!;
            for (int i = 0; i < page.Length; i += 2)
            {
                fields[page[i]] = page[i + 1];
            }
        }
        while (cursor != "0");
        return fields;
    }
}
