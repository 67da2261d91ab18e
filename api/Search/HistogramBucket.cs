namespace SpecialDelivery.Api.Search;

/// <summary>One interval of a histogram.</summary>
/// <param name="Start">Its first second, unix; a multiple of the interval.</param>
/// <param name="Count">Matching events in it.</param>
internal sealed record HistogramBucket(long Start, long Count);
