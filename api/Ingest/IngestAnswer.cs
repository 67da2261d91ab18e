namespace SpecialDelivery.Api.Ingest;

/// <summary>The answer to posted events.</summary>
/// <param name="Accepted">How many are stored.</param>
/// <param name="Rejected">How many are not.</param>
/// <param name="Results">One per event.</param>
internal sealed record IngestAnswer(int Accepted, int Rejected, IReadOnlyList<EventResult> Results);
