using System.Text.Json.Serialization;
using SpecialDelivery.Api.Freshness;

namespace SpecialDelivery.Api.Search;

/// <summary>The answer to <c>GET /events/count</c>.</summary>
/// <param name="Count">How many events match, exactly.</param>
/// <param name="Unique">How many different values; left out when not asked for.</param>
/// <param name="Histogram">Counts per interval; left out when not asked for.</param>
/// <param name="Complete">Whether everything that was posted is counted.</param>
/// <param name="IncompleteBecause">What may be missing.</param>
/// <param name="Freshness">How far the index is behind.</param>
internal sealed record CountAnswer(
    long Count,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UniqueCount? Unique,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<HistogramBucket>? Histogram,
    bool Complete,
    IReadOnlyList<string> IncompleteBecause,
    FreshnessView Freshness);
