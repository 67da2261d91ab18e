namespace UnitTests.Deploy;

/// <summary>One service of docker-compose.yml.</summary>
internal sealed class ComposeService(string name, Dictionary<object, object> fields)
{
    public string Name => name;

    public string? Image => Text("image");

    public string? User => Text("user");

    public bool IsBuilt => fields.ContainsKey("build");

    public bool HasHealthCheck => fields.TryGetValue("healthcheck", out object? check) && ((Dictionary<object, object>)check).ContainsKey("test");

    public IReadOnlyList<string> Command => List("command");

    public IReadOnlyList<string> Ports => List("ports");

    public IReadOnlyList<string> DroppedCapabilities => List("cap_drop");

    public IReadOnlyList<string> SecurityOptions => List("security_opt");

    public IReadOnlyList<string> Secrets => List("secrets");

    /// <summary>Names of the volumes it mounts, host paths left out.</summary>
    public IEnumerable<string> Volumes => List("volumes").Select(volume => volume.Split(':')[0]).Where(source => !source.StartsWith('.'));

    /// <summary>Paths of the repository it mounts.</summary>
    public IEnumerable<string> MountedPaths => List("volumes").Select(volume => volume.Split(':')[0]).Where(source => source.StartsWith('.'));

    public IReadOnlyDictionary<string, string> Environment => fields.TryGetValue("environment", out object? variables)
        ? ((Dictionary<object, object>)variables).ToDictionary(pair => (string)pair.Key, pair => (string)pair.Value)
        : [];

    public IReadOnlyCollection<string> DependsOn => fields.GetValueOrDefault("depends_on") switch
    {
        List<object> names => [.. names.Cast<string>()],
        Dictionary<object, object> conditions => [.. conditions.Keys.Cast<string>()],
        _ => [],
    };

    private string? Text(string field) => (string?)fields.GetValueOrDefault(field);

    private List<string> List(string field) => fields.TryGetValue(field, out object? value) ? [.. ((List<object>)value).Cast<string>()] : [];
}
