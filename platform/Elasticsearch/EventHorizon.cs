using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SpecialDelivery.Core.Names;

namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>From when on single events are searchable: what lies before was dropped for its age.</summary>
/// <remarks>Noted in the mapping of the index of counts, which is never dropped; so whoever counts knows what the search index cannot tell any more.</remarks>
/// <param name="client">The server.</param>
public sealed class EventHorizon(ElasticsearchClient client)
{
    private const string Field = "events_kept_since";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Reads it.</summary>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The first second that is kept, unix seconds; null while nothing was dropped.</returns>
    /// <exception cref="ElasticsearchException">The server does not answer.</exception>
    public async Task<long?> ReadAsync(CancellationToken cancel)
    {
        try
        {
            JsonElement answer = await client.SendAsync(HttpMethod.Get, $"{Indices.EventCounts}/_mapping", null, null, cancel);
            return answer.GetProperty(Indices.EventCounts).GetProperty("mappings").TryGetProperty("_meta", out JsonElement notes) && notes.TryGetProperty(Field, out JsonElement since)
                ? since.GetInt64()
                : null;
        }
        catch (ElasticsearchException e) when (e.Status is HttpStatusCode.NotFound)
        {
            return null; // nothing has been counted yet, so nothing was dropped
        }
    }

    /// <summary>Moves it forward; one that lies further ahead stays.</summary>
    /// <param name="since">The first second that is kept, unix seconds.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Whether it moved.</returns>
    /// <exception cref="ElasticsearchException">There is no index of counts, or the server does not answer.</exception>
    public async Task<bool> RaiseAsync(long since, CancellationToken cancel)
    {
        if (await ReadAsync(cancel) >= since)
        {
            return false;
        }

        byte[] notes = JsonSerializer.SerializeToUtf8Bytes(new { _meta = new Dictionary<string, long> { [Field] = since } });
        await client.SendAsync(HttpMethod.Put, $"{Indices.EventCounts}/_mapping", notes, Json, cancel);
        return true;
    }
}
