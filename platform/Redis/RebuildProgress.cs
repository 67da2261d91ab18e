namespace SpecialDelivery.Platform.Redis;

/// <summary>How far a rebuild is.</summary>
/// <param name="EventsRead">Ledger events read.</param>
/// <param name="FieldsWritten">Packages and trips written; 0 while still reading.</param>
public readonly record struct RebuildProgress(long EventsRead, long FieldsWritten);
