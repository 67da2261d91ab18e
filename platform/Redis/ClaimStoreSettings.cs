using SpecialDelivery.Core.Names;

namespace SpecialDelivery.Platform.Redis;

/// <summary>How a claim store is used.</summary>
public sealed record ClaimStoreSettings
{
    /// <summary>Region whose claims are meant; regions share nothing.</summary>
    public string Region { get; init; } = RedisKeys.OnlyRegion;

    /// <summary>Wishes, or packages to end, per atomic step: 1 to 2 000. More is faster, until other users of the server wait too long.</summary>
    public int ChunkWishes { get; init; } = 1_000;

    /// <summary>Whether a server that may forget claims (no append-only file, or eviction) is accepted: for tests and benchmarks.</summary>
    public bool AllowVolatile { get; init; }

    /// <summary>How long one call may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a call is tried before it fails; repeating is safe, a claim repeated gets its old answer.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Pause before the second attempt; each later one is twice as long.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(200);
}
