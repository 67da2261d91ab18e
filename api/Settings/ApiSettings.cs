using System.Globalization;
using System.Net;
using SpecialDelivery.Api.Security;
using SpecialDelivery.Core.Names;

namespace SpecialDelivery.Api.Settings;

/// <summary>Where the service listens, which servers it uses and what it allows.</summary>
internal sealed record ApiSettings
{
    /// <summary>Largest body of a request, bytes.</summary>
    public const int MaxBodyBytes = 1 << 20;

    /// <summary>Most events of one request.</summary>
    public const int MaxBatchEvents = 10_000;

    private const int MaxRate = 1_000_000;
    private const int MinCursorKeyLength = 32;

    /// <summary>Where it listens.</summary>
    public IReadOnlyList<Uri> Urls { get; init; } = [new("http://127.0.0.1:5080")];

    /// <summary>Kafka's <c>host:port</c>.</summary>
    public string Kafka { get; init; } = "127.0.0.1:9092";

    /// <summary>Redis's <c>host:port</c>.</summary>
    public string Redis { get; init; } = "127.0.0.1:6379";

    /// <summary>Elasticsearch's <c>host:port</c> or URL.</summary>
    public string Elasticsearch { get; init; } = "127.0.0.1:9200";

    /// <summary>File of API keys; null = none.</summary>
    public string? KeysFile { get; init; }

    /// <summary>API keys given directly, a line each.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Host names by which it may be called beside loopback's.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Requests per second that one client may make, 1 to 1 000 000; twice as many in a burst.</summary>
    public int RequestsPerSecond { get; init; } = 1_000;

    /// <summary>Secret that signs cursors; null = one of this process's own.</summary>
    public string? CursorKey { get; init; }

    /// <summary>How long a request waits for the broker's acknowledgement.</summary>
    public TimeSpan DeliveryPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How old an event may be that the index does not hold yet before answers are called incomplete.</summary>
    public TimeSpan FreshnessLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a cursor can be used.</summary>
    public TimeSpan CursorLifetime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether requests need an API key.</summary>
    public bool NeedsKeys => KeysFile is not null || Keys.Count > 0;

    /// <summary>The settings of an environment.</summary>
    /// <param name="read">Reads a variable.</param>
    /// <exception cref="ApiSettingsException">Lists every fault.</exception>
    public static ApiSettings From(Func<string, string?> read)
    {
        List<string> faults = [];
        ApiSettings defaults = new();
        ApiSettings settings = new()
        {
            Urls = Text(Variables.ApiUrls) is { } urls ? [.. Parts(urls).Select(ReadUrl).OfType<Uri>()] : defaults.Urls,
            Kafka = Text(Variables.Kafka) ?? defaults.Kafka,
            Redis = Text(Variables.Redis) ?? defaults.Redis,
            Elasticsearch = Text(Variables.Elasticsearch) ?? defaults.Elasticsearch,
            KeysFile = Text(Variables.ApiKeysFile),
            Keys = Parts(Text(Variables.ApiKeys)),
            Hosts = Parts(Text(Variables.ApiHosts)),
            RequestsPerSecond = Text(Variables.ApiRate) is { } rate ? ReadRate(rate) : defaults.RequestsPerSecond,
            CursorKey = Text(Variables.ApiCursorKey),
        };
        faults.AddRange(settings.Faults());
        return faults.Count == 0 ? settings : throw new ApiSettingsException(string.Join(Environment.NewLine, faults));

        string? Text(string variable) => read(variable) is { Length: > 0 } text ? text : null;

        Uri? ReadUrl(string text)
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttp && url.PathAndQuery == "/")
            {
                return url;
            }

            faults.Add($"{Variables.ApiUrls} holds '{text}': each part must be a URL such as http://127.0.0.1:5080; TLS belongs to a proxy before it.");
            return null;
        }

        int ReadRate(string text)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int rate) && rate is >= 1 and <= MaxRate)
            {
                return rate;
            }

            faults.Add($"{Variables.ApiRate} is '{text}': it must be a whole number in 1..{MaxRate}.");
            return 1;
        }
    }

    /// <summary>Whether a host name or address reaches this machine alone.</summary>
    internal static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    private IEnumerable<string> Faults()
    {
        if (Urls.Count == 0)
        {
            yield return $"{Variables.ApiUrls} names no URL.";
        }

        string? open = Urls.FirstOrDefault(url => !IsLoopback(url.Host))?.ToString();
        if (open is not null && !NeedsKeys)
        {
            yield return $"{Variables.ApiUrls} holds {open}, which others can reach: set {Variables.ApiKeysFile} to a file of API keys ('sd api key' makes them), or listen on 127.0.0.1.";
        }

        if (open is not null && Hosts.Count == 0)
        {
            yield return $"{Variables.ApiUrls} holds {open}, which others can reach: set {Variables.ApiHosts} to the host names by which they call it.";
        }

        if (KeysFile is not null && Keys.Count > 0)
        {
            yield return $"{Variables.ApiKeysFile} and {Variables.ApiKeys} are both set: one of them must go.";
        }
        else if (KeysFile is not null && !File.Exists(KeysFile))
        {
            yield return $"{Variables.ApiKeysFile} is '{KeysFile}': there is no such file.";
        }
        else
        {
            foreach (string fault in ApiKeyLine.Faults(KeysFile is null ? Keys : File.ReadLines(KeysFile), KeysFile ?? Variables.ApiKeys))
            {
                yield return fault;
            }
        }

        if (CursorKey is { Length: < MinCursorKeyLength })
        {
            yield return $"{Variables.ApiCursorKey} has {CursorKey.Length} characters: at least {MinCursorKeyLength} are needed.";
        }
    }

    private static string[] Parts(string? text) => text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
