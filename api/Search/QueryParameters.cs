using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SpecialDelivery.Api.Problems;
using SpecialDelivery.Core.AppEvents;

namespace SpecialDelivery.Api.Search;

/// <summary>A query string read strictly: each parameter once, none that is not known, every fault told at once.</summary>
internal sealed class QueryParameters
{
    private const int MostFilters = 20;
    private const int MaxNameTold = 40;
    private const string FilterPrefix = "param.";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<QueryFault> _faults = [];

    private QueryParameters(string query)
    {
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string? name = Decode(equals < 0 ? pair : pair[..equals]);
            string? value = Decode(equals < 0 ? "" : pair[(equals + 1)..]);
            if (name is null || value is null)
            {
                Add(name ?? "", "is not well-formed: UTF-8 in percent-encoding without NUL is expected");
            }
            else if (!_values.TryAdd(name, value))
            {
                Add(name, "is given more than once");
            }
        }
    }

    /// <summary>Everything wrong so far.</summary>
    public IReadOnlyList<QueryFault> Faults => _faults;

    /// <summary>Reads a request's query string.</summary>
    public static QueryParameters Of(HttpRequest request) => new(request.QueryString.Value ?? "");

    /// <summary>Reads a query string.</summary>
    public static QueryParameters Parse(string query) => new(query);

    /// <summary>Adds a fault.</summary>
    public void Add(string name, string detail) => _faults.Add(new(name.Length > MaxNameTold ? name[..MaxNameTold] + "…" : name, detail));

    /// <summary>A parameter's text; null when it is left out.</summary>
    public string? Text(string name)
    {
        _asked.Add(name);
        return _values.GetValueOrDefault(name);
    }

    /// <summary>A whole number.</summary>
    public long? Number(string name, long least, long most)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= least && number <= most)
        {
            return number;
        }

        Add(name, $"must be a whole number in {least}..{most}");
        return null;
    }

    /// <summary>A switch: true or false.</summary>
    public bool? Flag(string name)
    {
        switch (Text(name))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Add(name, "must be true or false");
                return null;
        }
    }

    /// <summary>One of a few words.</summary>
    public string Word(string name, params ReadOnlySpan<string> words)
    {
        string text = Text(name) ?? words[0];
        if (!words.Contains(text))
        {
            Add(name, $"must be one of {string.Join(", ", words)}");
        }

        return text;
    }

    /// <summary>An event type.</summary>
    public string? Type(string name)
    {
        string? text = Text(name);
        if (text is not null && !EventType.IsValid(text))
        {
            Add(name, EventType.Describe(text));
        }

        return text;
    }

    /// <summary>Filters on details of events: <c>param.NAME=value</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Filters()
    {
        List<KeyValuePair<string, string>> filters = [];
        foreach ((string name, string value) in _values.Where(one => one.Key.StartsWith(FilterPrefix, StringComparison.Ordinal)).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            _asked.Add(name);
            string detail = name[FilterPrefix.Length..];
            if (!IsDetail(detail))
            {
                Add(name, $"must name a parameter of 1 to {AppEventLimits.MaxNameLength} characters");
            }
            else if (value.Length > AppEventLimits.MaxValueLength)
            {
                Add(name, $"has {value.Length} characters: at most {AppEventLimits.MaxValueLength} are allowed");
            }

            filters.Add(new(detail, value));
        }

        if (filters.Count > MostFilters)
        {
            Add(FilterPrefix, $"is given {filters.Count} times: at most {MostFilters} filters are allowed");
        }

        return filters;
    }

    /// <summary>Whether a text may name a detail of an event.</summary>
    public static bool IsDetail(string name) => name.Length is > 0 and <= AppEventLimits.MaxNameLength && !name.Any(char.IsControl);

    /// <summary>Adds a fault for every parameter that nobody has asked for; comes last.</summary>
    public void RefuseUnknown()
    {
        foreach (string name in _values.Keys.Where(name => !_asked.Contains(name)))
        {
            Add(name, _asked.Count == 0 ? "is not known; there are no parameters here" : $"is not known; known are {string.Join(", ", _asked.Where(known => !known.StartsWith(FilterPrefix, StringComparison.Ordinal)))}");
        }

        _asked.UnionWith(_values.Keys);
    }

    /// <summary>The answer to a query with faults; null when there are none.</summary>
    public ProblemHttpResult? Refuse()
    {
        RefuseUnknown();
        return _faults.Count == 0 ? null : ProblemResults.Create(ProblemTypes.InvalidQuery, null, ("errors", _faults));
    }

    private static string? Decode(string text)
    {
        List<byte> bytes = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i] == '+' ? " " : text[i].ToString()));
            }
            else if (i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value) && value != 0)
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                return null;
            }
        }

        byte[] utf8 = [.. bytes];
        return System.Text.Unicode.Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : null;
    }
}
