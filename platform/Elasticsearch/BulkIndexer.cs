using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>Puts documents in bulks. Items that the server is too busy for are sent again, alone; items it refuses are handed back; nothing is dropped.</summary>
/// <param name="client">Where to.</param>
public sealed class BulkIndexer(ElasticsearchClient client)
{
    private const int MaxItems = 2_000;
    private const int MaxBytes = 5 << 20;

    private static readonly MediaTypeHeaderValue Ndjson = new("application/x-ndjson");

    /// <summary>Puts documents; repeating it changes nothing.</summary>
    /// <param name="index">Index name.</param>
    /// <param name="items">The documents; of several with the same id the last one stays.</param>
    /// <param name="cancel">Stops between two requests.</param>
    /// <returns>What became of them.</returns>
    /// <exception cref="ElasticsearchException">The server does not answer or stays busy: the same call may be repeated.</exception>
    public async Task<BulkResult> IndexAsync(string index, IEnumerable<BulkItem> items, CancellationToken cancel)
    {
        // Once per id: a retried older item must not overtake a newer one of the same bulk.
        Dictionary<string, BulkItem> last = [];
        foreach (BulkItem item in items)
        {
            last[item.Id] = item;
        }

        List<BulkFailure> failures = [];
        foreach (IReadOnlyList<BulkItem> chunk in Chunks(last.Values))
        {
            await SendAsync(index, chunk, failures, cancel);
        }

        return new BulkResult(last.Count - failures.Count, failures);
    }

    private static IEnumerable<IReadOnlyList<BulkItem>> Chunks(IEnumerable<BulkItem> items)
    {
        List<BulkItem> chunk = [];
        long bytes = 0;
        foreach (BulkItem item in items)
        {
            int length = item.Source?.Length ?? 0;
            if (chunk.Count == MaxItems || (chunk.Count > 0 && bytes + length > MaxBytes))
            {
                yield return chunk;
                chunk = [];
                bytes = 0;
            }

            chunk.Add(item);
            bytes += length;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    /// <summary>One item can make Elasticsearch refuse the whole request (an empty id, say): halving finds it, so the others get in.</summary>
    private async Task SendAsync(string index, IReadOnlyList<BulkItem> items, List<BulkFailure> failures, CancellationToken cancel)
    {
        try
        {
            await SendWholeAsync(index, items, failures, cancel);
        }
        catch (ElasticsearchException e) when (e.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge)
        {
            if (items.Count == 1)
            {
                failures.Add(new BulkFailure(items[0], (int)e.Status, e.Message));
                return;
            }

            await SendAsync(index, [.. items.Take(items.Count / 2)], failures, cancel);
            await SendAsync(index, [.. items.Skip(items.Count / 2)], failures, cancel);
        }
    }

    private async Task SendWholeAsync(string index, IReadOnlyList<BulkItem> items, List<BulkFailure> failures, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            JsonElement answer = await client.SendAsync(
                HttpMethod.Post, $"{index}/_bulk?filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason", BulkBody.Write(items), Ndjson, cancel);
            if (!answer.GetProperty("errors").GetBoolean())
            {
                return;
            }

            List<BulkItem> busy = Sort(items, answer.GetProperty("items"), failures, out string reason);
            if (busy.Count == 0)
            {
                return;
            }

            if (attempt >= client.Retry.Attempts)
            {
                throw new ElasticsearchException(
                    $"Elasticsearch at {client.Address} was too busy for {busy.Count} documents of index '{index}' after {attempt} attempts: {reason}", HttpStatusCode.TooManyRequests);
            }

            await client.PauseAsync(attempt, cancel);
            items = busy;
        }
    }

    /// <summary>Collects the items refused for good and returns those to be sent again.</summary>
    private static List<BulkItem> Sort(IReadOnlyList<BulkItem> items, JsonElement answers, List<BulkFailure> failures, out string busyReason)
    {
        if (answers.GetArrayLength() != items.Count)
        {
            throw new FormatException($"Elasticsearch answered {answers.GetArrayLength()} items to a bulk of {items.Count}.");
        }

        List<BulkItem> busy = [];
        busyReason = "";
        int i = 0;
        foreach (JsonElement answer in answers.EnumerateArray())
        {
            BulkItem item = items[i++];
            JsonElement result = answer.EnumerateObject().Single().Value;
            int status = result.GetProperty("status").GetInt32();
            if (!result.TryGetProperty("error", out JsonElement error))
            {
                continue;
            }

            string reason = $"{error.GetProperty("type")}: {error.GetProperty("reason")}";
            if (ElasticsearchClient.IsPassing((HttpStatusCode)status))
            {
                busyReason = reason;
                busy.Add(item);
            }
            else
            {
                failures.Add(new BulkFailure(item, status, reason));
            }
        }

        return busy;
    }
}
