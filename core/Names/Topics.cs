namespace SpecialDelivery.Core.Names;

/// <summary>Every Kafka topic, declared once; the names are fixed, any client may rely on them.</summary>
public static class Topics
{
    /// <summary>Trips; key = trip id, no value = withdrawn.</summary>
    public const string Trips = "DRIVER";

    /// <summary>Packages; key = package id, no value = withdrawn.</summary>
    public const string Packages = "SENDER";

    /// <summary>Who carries what; key = package id.</summary>
    public const string Matches = "matches";

    /// <summary>The ledger of claims and ends of life; key = package id.</summary>
    public const string Claims = "claims";

    /// <summary>Why a package has no driver; key = package id.</summary>
    public const string Unmatched = "unmatched";

    /// <summary>Refused records with their reason; key = the record's own.</summary>
    public const string DeadLetters = "dead_letters";

    /// <summary>App events; no key, the record's time is when the event was received.</summary>
    public const string AppEvents = "get_social_events";

    /// <summary>Counts of app events per type and window; key = document id.</summary>
    public const string EventCounts = "events_aggregation";

    /// <summary>Payments, see <see cref="Payments.Payment"/>; no key. Each record's own time is its <c>transactionTime</c>.</summary>
    public const string Transactions = "financial_transactions";

    /// <summary>Sums and counts by merchant and minute; key = merchant id.</summary>
    public const string TransactionAggregates = "transaction_aggregates";

    /// <summary>The same as running totals, by the reference query that keeps state; key = merchant id.</summary>
    public const string TransactionAggregatesStateful = "transaction_aggregates_stateful";

    /// <summary>Payments that stand out, with the reason; key = transaction id, or user and merchant of a burst.</summary>
    public const string TransactionAnomalies = "transaction_anomalies";

    /// <summary>All topics of the matching job.</summary>
    public static IReadOnlyList<string> Matching { get; } = [Trips, Packages, Matches, Claims, Unmatched, DeadLetters];
}
