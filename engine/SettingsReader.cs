using System.Globalization;

namespace SpecialDelivery.Engine;

/// <summary>Reads variables and collects every fault, so that one start shows them all.</summary>
internal sealed class SettingsReader(Func<string, string?> read)
{
    private readonly List<string> _faults = [];

    public string? Text(string variable) => read(variable) is { Length: > 0 } text ? text : null;

    public int Port(string variable, int otherwise) => Number(variable, otherwise, 1, 65_535);

    public int Number(string variable, int otherwise, int least, int most)
    {
        if (Text(variable) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
        {
            return value;
        }

        _faults.Add($"{variable} is '{text}': it must be a whole number in {least}..{most}.");
        return otherwise;
    }

    public ServerAddress? Address(string variable)
    {
        if (Text(variable) is not { } text)
        {
            return null;
        }

        if (ServerAddress.TryParse(text, out ServerAddress address))
        {
            return address;
        }

        _faults.Add($"{variable} is '{text}': it must be host:port, such as {ServerAddress.Loopback}:9092.");
        return null;
    }

    public Uri? HttpAddress(string variable)
    {
        if (Text(variable) is not { } text)
        {
            return null;
        }

        string url = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        if (Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            return address;
        }

        _faults.Add($"{variable} is '{text}': it must be host:port or an http(s) URL.");
        return null;
    }

    public void ThrowOnFaults()
    {
        if (_faults.Count > 0)
        {
            throw new EngineException(string.Join(Environment.NewLine, _faults));
        }
    }
}
