using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SpecialDelivery.Core.AppEvents;

namespace SpecialDelivery.Api.Search;

/// <summary>Which events are meant.</summary>
/// <param name="EventType">Their type; null = any.</param>
/// <param name="From">Earliest second, unix; null = from the first event.</param>
/// <param name="To">The second after the last one; null = to the last event.</param>
/// <param name="Params">Details they must have, name and text.</param>
internal sealed record EventFilter(string? EventType, long? From, long? To, IReadOnlyList<KeyValuePair<string, string>> Params)
{
    /// <summary>Reads <c>from</c>, <c>to</c>, <c>event_type</c> and <c>param.NAME</c>.</summary>
    public static EventFilter Read(QueryParameters query)
    {
        long? from = Time(query, "from");
        long? to = Time(query, "to");
        if (from >= to)
        {
            query.Add("from", "must lie before to, which is not part of the range");
        }

        return new(query.Type("event_type"), from, to, query.Filters());
    }

    /// <summary>The part of the range that lies before a second.</summary>
    public EventFilter Before(long second) => this with { To = Math.Min(To ?? long.MaxValue, second) };

    /// <summary>The part of the range from a second on; it may be empty.</summary>
    public EventFilter NotBefore(long second) => this with { From = Math.Max(From ?? 0, second) };

    /// <summary>The filter as an Elasticsearch query; what the client sent is in it as values and one field name, never as syntax.</summary>
    /// <param name="time">The field that is compared with the range.</param>
    public object ToQuery(string time = AppEventFields.Ts)
    {
        List<object> filters = [];
        if (EventType is not null)
        {
            filters.Add(Term(AppEventFields.EventType, EventType));
        }

        if (From is not null || To is not null)
        {
            Dictionary<string, object> range = new() { ["format"] = "epoch_second" };
            if (From is { } from)
            {
                range["gte"] = from;
            }

            if (To is { } to)
            {
                range["lt"] = to;
            }

            filters.Add(new { range = new Dictionary<string, object> { [time] = range } });
        }

        filters.AddRange(Params.Select(param => Term($"{AppEventFields.Params}.{param.Key}", param.Value)));
        return filters.Count == 0 ? new { match_all = new object() } : new { @bool = new { filter = filters } };
    }

    /// <summary>The same for the same filter; a cursor is bound to it.</summary>
    public string Hash(string order) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { order, EventType, From, To, Params }))));

    private static object Term(string field, string value) => new { term = new Dictionary<string, string> { [field] = value } };

    private static long? Time(QueryParameters query, string name)
    {
        if (query.Text(name) is not { } text)
        {
            return null;
        }

        long? time = TimePoint.Parse(text);
        if (time is null)
        {
            query.Add(name, TimePoint.Rule);
        }

        return time;
    }
}
