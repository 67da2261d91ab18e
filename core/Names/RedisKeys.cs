namespace SpecialDelivery.Core.Names;

/// <summary>The Redis keys of one region's claims. They share a hash tag, so that a Redis Cluster keeps them on one node and one script may touch them all.</summary>
/// <param name="Region">Region name; regions share nothing.</param>
public sealed record RedisKeys(string Region = RedisKeys.OnlyRegion)
{
    /// <summary>The region of an installation that has not been split.</summary>
    public const string OnlyRegion = "0";

    /// <summary>Answers of the REST service to requests that may be repeated: this, then the request's hash.</summary>
    public const string AnswerPrefix = "sd:answer:";

    /// <summary>Sentinel: there as long as the store remembers its claims. Each rebuild writes another one.</summary>
    public string Epoch => Key("epoch");

    /// <summary>Counter of the fence tokens given out.</summary>
    public string Fence => Key("fence");

    /// <summary>Hash: package → <c>trip fence space micrometres</c>, or <c>!</c> once it has ended.</summary>
    public string Packages => Key("packages");

    /// <summary>Hash: trip → <c>space micrometres packages</c> in use, or <c>!</c> once it was withdrawn.</summary>
    public string Trips => Key("trips");

    /// <summary>Token of the rebuild under way.</summary>
    public string Rebuild => Key("rebuild");

    private string Key(string name) => $"sd:{{{Region}}}:{name}";
}
