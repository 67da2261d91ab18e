using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Names;
using StackExchange.Redis;

namespace SpecialDelivery.Platform.Redis;

/// <summary>Looks up claims without changing any.</summary>
internal static class StandingClaims
{
    public static async Task<IReadOnlyList<StandingClaim>> ReadAsync(
        RedisConnection connection, RedisKeys keys, int chunk, IReadOnlyList<string> packages, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(packages);
        List<StandingClaim> standing = [];
        foreach (string[] ids in packages.Chunk(chunk))
        {
            RedisValue[] fields = await connection.CallAsync(
                redis => redis.HashGetAsync(keys.Packages, Array.ConvertAll(ids, id => (RedisValue)id)), cancel);
            standing.AddRange(Parse(ids, fields.ToStringArray()));
        }

        return standing;
    }

    /// <summary>Reads the fields of packages; those without a claim are left out.</summary>
    public static IEnumerable<StandingClaim> Parse(string[] packages, string?[] fields)
    {
        for (int i = 0; i < packages.Length; i++)
        {
            if (StoredClaim.Parse(fields[i]) is { } claim)
            {
                yield return new StandingClaim(packages[i], claim.Trip, claim.Fence);
            }
        }
    }
}
