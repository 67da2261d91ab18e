using UnitTests.Architecture;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace UnitTests.Deploy;

/// <summary>docker-compose.yml, anchors and merges resolved as Docker resolves them.</summary>
internal sealed class Compose
{
    private readonly Dictionary<object, object> _root;

    private Compose(Dictionary<object, object> root) => _root = root;

    public IReadOnlyDictionary<string, ComposeService> Services => Map(_root["services"])
        .ToDictionary(pair => (string)pair.Key, pair => new ComposeService((string)pair.Key, Map(pair.Value)));

    public IReadOnlyCollection<string> Volumes => [.. Map(_root["volumes"]).Keys.Cast<string>()];

    public IReadOnlyCollection<string> Secrets => [.. Map(_root["secrets"]).Keys.Cast<string>()];

    public static Compose Read() => Parse(File.ReadAllText(Repository.PathTo("docker-compose.yml")));

    public static Compose Parse(string text)
    {
        MergingParser parser = new(new Parser(new StringReader(text)));
        return new(new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(parser));
    }

    private static Dictionary<object, object> Map(object node) => (Dictionary<object, object>)node;
}
