namespace SpecialDelivery.Api.Ingest;

/// <summary>What a body of events may be.</summary>
internal enum BodyKind
{
    /// <summary>One event, or an array of them.</summary>
    Json,

    /// <summary>One event per line.</summary>
    Lines,
}
