using System.Diagnostics.Metrics;
using SpecialDelivery.Api.Freshness;
using SpecialDelivery.Api.Ingest;

namespace SpecialDelivery.Api.Hosting;

/// <summary>What the service counts beside the requests, which ASP.NET Core measures itself.</summary>
internal sealed class ApiMetrics
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "SpecialDelivery.Api";

    private readonly Counter<long> _rejected;

    public ApiMetrics(IMeterFactory meters, IEventLog events, IndexFreshness freshness)
    {
        Meter meter = meters.Create(Meter);
        Accepted = meter.CreateCounter<long>("app_events_accepted", description: "Events the broker has confirmed.");
        _rejected = meter.CreateCounter<long>("app_events_rejected", description: "Events refused, by the reason of their first fault.");
        Replayed = meter.CreateCounter<long>("app_events_requests_replayed", description: "Requests answered from memory because their key was known.");
        meter.CreateObservableGauge("app_events_pending", () => events.Pending, description: "Events handed to the broker and not yet confirmed.");
        meter.CreateObservableGauge("app_events_index_lag_records", () => freshness.Current.LagRecords is { } lag ? [new Measurement<long>(lag)] : Array.Empty<Measurement<long>>(), description: "Records of the topic that the index does not hold yet.");
    }

    public Counter<long> Accepted { get; }

    public Counter<long> Replayed { get; }

    /// <summary>Counts the bad events of a request.</summary>
    public void CountRejected(EventBatch batch)
    {
        foreach (var bad in batch.Events.Where(each => each.Faults.Count > 0).CountBy(each => each.Faults[0].Reason))
        {
            _rejected.Add(bad.Value, new KeyValuePair<string, object?>("reason", bad.Key.ToString().ToLowerInvariant()));
        }
    }
}
