namespace Microsoft.Spark.Extensions;

/// <summary>A query started.</summary>
/// <param name="Id">The query; the same over restarts from one checkpoint.</param>
/// <param name="RunId">The start of the query.</param>
/// <param name="Name">Name of the query, or null when it has none.</param>
public sealed record QueryStartedEvent(Guid Id, Guid RunId, string? Name);

/// <summary>A query found nothing to do.</summary>
/// <param name="Id">The query; the same over restarts from one checkpoint.</param>
/// <param name="RunId">The start of the query.</param>
public sealed record QueryIdleEvent(Guid Id, Guid RunId);

/// <summary>A query ended.</summary>
/// <param name="Id">The query; the same over restarts from one checkpoint.</param>
/// <param name="RunId">The start of the query.</param>
/// <param name="Exception">Why it failed, in Spark's words; null when it was stopped or ended by itself.</param>
public sealed record QueryTerminatedEvent(Guid Id, Guid RunId, string? Exception);
