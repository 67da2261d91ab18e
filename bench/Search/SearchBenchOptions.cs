namespace SpecialDelivery.Bench.Search;

/// <summary>How a search benchmark is run.</summary>
internal sealed record SearchBenchOptions
{
    /// <summary>Events in the index, at least 1 000.</summary>
    public int Documents { get; init; } = 10_000_000;

    /// <summary>Measured pairs of requests per kind.</summary>
    public int Requests { get; init; } = 1_000;

    /// <summary>Events of a page.</summary>
    public int PageSize { get; init; } = 100;
}
