using SpecialDelivery.Core.Names;

namespace UnitTests.Platform;

public sealed class RedisKeysTests
{
    [Fact]
    public void Keys_of_a_region_share_one_hash_tag_and_differ()
    {
        RedisKeys keys = new("west");
        string[] all = [keys.Epoch, keys.Fence, keys.Packages, keys.Trips, keys.Rebuild];
        Assert.All(all, key => Assert.StartsWith("sd:{west}:", key, StringComparison.Ordinal));
        Assert.Equal(all.Length, all.Distinct().Count());
    }
}
