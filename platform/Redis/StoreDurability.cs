using SpecialDelivery.Core.Claims;
using StackExchange.Redis;

namespace SpecialDelivery.Platform.Redis;

/// <summary>Checks that a Redis server will not forget claims.</summary>
internal static class StoreDurability
{
    /// <summary>Reads the server's settings and the health of its files.</summary>
    /// <exception cref="StoreNotReadyException">Names every fault at once, with its cure.</exception>
    public static async Task CheckAsync(RedisConnection connection, string address, CancellationToken cancel)
    {
        List<string> faults = [];
        await Expect("appendonly", "yes");
        await Expect("maxmemory-policy", "noeviction");
        string info = (string)(await connection.CallAsync(redis => redis.ExecuteAsync("INFO", "persistence"), cancel))!;
        foreach (string status in (string[])["aof_last_write_status", "rdb_last_bgsave_status"])
        {
            string? found = info.Split('\n').FirstOrDefault(line => line.StartsWith(status + ":", StringComparison.Ordinal))?.Split(':')[1].Trim();
            if (found != "ok")
            {
                faults.Add($"{status} is '{found}': free its disk, then 'redis-cli bgsave'");
            }
        }

        if (faults.Count > 0)
        {
            throw new StoreNotReadyException(
                $"Redis at {address} could forget claims: {string.Join("; ", faults)}. Set this right, or accept it with --allow-volatile-claims.");
        }

        async Task Expect(string name, string wanted)
        {
            RedisResult[] answer = (RedisResult[])(await connection.CallAsync(redis => redis.ExecuteAsync("CONFIG", "GET", name), cancel))!;
            string? found = answer.Length == 2 ? (string?)answer[1] : null;
            if (found != wanted)
            {
                faults.Add($"{name} is '{found}', not '{wanted}': 'redis-cli config set {name} {wanted}' and in redis.conf");
            }
        }
    }
}
