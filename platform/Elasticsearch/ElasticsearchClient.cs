using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>The few requests to Elasticsearch that the product needs. Each may be repeated, and is while the server is away or busy.</summary>
public sealed class ElasticsearchClient : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Ndjson = new("application/x-ndjson");

    private const int MaxIdsPerRequest = 2_000;

    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    /// <summary>Makes a client; connects with the first request.</summary>
    /// <param name="address"><c>host:port</c>, or a URL.</param>
    /// <param name="retry">Attempts and pauses; null = the defaults.</param>
    /// <param name="handler">Transport; null = the network.</param>
    /// <param name="time">Clock of the pauses; null = the system's.</param>
    public ElasticsearchClient(string address, RetryPolicy? retry = null, HttpMessageHandler? handler = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        Address = new Uri(address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}");
        Retry = retry ?? new();
        _time = time ?? TimeProvider.System;
        _http = new HttpClient(handler ?? new SocketsHttpHandler { UseProxy = false, AutomaticDecompression = DecompressionMethods.GZip })
        {
            BaseAddress = Address,
            Timeout = Retry.Timeout,
        };
    }

    /// <summary>Where the server is.</summary>
    public Uri Address { get; }

    internal RetryPolicy Retry { get; }

    /// <summary>Creates an index unless it is there.</summary>
    /// <param name="index">Index name.</param>
    /// <param name="definition">Settings and mappings, JSON.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Whether it was created.</returns>
    /// <exception cref="ElasticsearchException">The definition was refused, or the server does not answer.</exception>
    public async Task<bool> EnsureIndexAsync(string index, string definition, CancellationToken cancel)
    {
        if (await FindAsync(HttpMethod.Head, index, cancel))
        {
            return false;
        }

        try
        {
            await SendAsync(HttpMethod.Put, index, System.Text.Encoding.UTF8.GetBytes(definition), Json, cancel);
            return true;
        }
        catch (ElasticsearchException e) when (e.Message.Contains("resource_already_exists_exception", StringComparison.Ordinal))
        {
            return false; // another process was quicker
        }
    }

    /// <summary>Deletes an index if it is there.</summary>
    /// <param name="index">Index name.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="ElasticsearchException">The request was refused, or the server does not answer.</exception>
    public Task<bool> DeleteIndexAsync(string index, CancellationToken cancel) => FindAsync(HttpMethod.Delete, index, cancel);

    /// <summary>Asks once whether the server answers.</summary>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="ElasticsearchException">It does not.</exception>
    public Task PingAsync(CancellationToken cancel) => SendOnceAsync(HttpMethod.Get, "", null, null, cancel);

    /// <summary>Makes everything indexed so far visible to searches.</summary>
    /// <param name="index">Index name.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="ElasticsearchException">The request was refused, or the server does not answer.</exception>
    public Task RefreshAsync(string index, CancellationToken cancel) => SendAsync(HttpMethod.Post, $"{index}/_refresh", null, null, cancel);

    /// <summary>How many merges of an index's segments are under way; they go on for a while after documents came in.</summary>
    /// <param name="index">Index name.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="ElasticsearchException">The request was refused, or the server does not answer.</exception>
    public async Task<int> MergesUnderWayAsync(string index, CancellationToken cancel)
    {
        JsonElement answer = await SendAsync(HttpMethod.Get, $"{index}/_stats/merge", null, null, cancel);
        return answer.GetProperty("_all").GetProperty("total").GetProperty("merges").GetProperty("current").GetInt32();
    }

    /// <summary>Counts documents, exactly.</summary>
    /// <param name="index">Index name.</param>
    /// <param name="query">A query as an object that serializes to Elasticsearch's JSON; null = all documents.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ElasticsearchException">The request was refused, a shard failed, or the server does not answer.</exception>
    public async Task<long> CountAsync(string index, object? query, CancellationToken cancel)
    {
        byte[]? body = query is null ? null : JsonSerializer.SerializeToUtf8Bytes(new { query });
        JsonElement answer = await SendAsync(HttpMethod.Post, $"{index}/_count", body, Json, cancel);
        return answer.GetProperty("_shards").GetProperty("failed").GetInt32() == 0 ? answer.GetProperty("count").GetInt64() : throw new ElasticsearchException(
            $"Elasticsearch at {Address} counted only a part of index '{index}': a shard failed. See its health with GET {Address}_cluster/health.", HttpStatusCode.OK);
    }

    /// <summary>Searches, with an exact total.</summary>
    /// <param name="index">Index name.</param>
    /// <param name="request">The search as an object that serializes to Elasticsearch's JSON: query, sort, size, search_after, aggs.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The answer, which may be incomplete: see <see cref="SearchResult.IsComplete"/>.</returns>
    /// <exception cref="ElasticsearchException">The request was refused, or the server does not answer.</exception>
    public async Task<SearchResult> SearchAsync(string index, object request, CancellationToken cancel) =>
        new(await SendAsync(HttpMethod.Post, $"{index}/_search?track_total_hits=true", JsonSerializer.SerializeToUtf8Bytes(request), Json, cancel));

    /// <summary>Reads documents by their ids, also those that no search sees yet.</summary>
    /// <param name="index">Index name.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Those that are there.</returns>
    /// <exception cref="ElasticsearchException">There is no such index, or the server does not answer.</exception>
    public async Task<IReadOnlyList<FoundDocument>> GetAsync(string index, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ids);
        List<FoundDocument> found = [];
        foreach (string[] chunk in ids.Chunk(MaxIdsPerRequest))
        {
            JsonElement answer = await SendAsync(HttpMethod.Post, $"{index}/_mget", JsonSerializer.SerializeToUtf8Bytes(new { ids = chunk }), Json, cancel);
            foreach (JsonElement document in answer.GetProperty("docs").EnumerateArray())
            {
                if (document.TryGetProperty("error", out JsonElement error))
                {
                    throw new ElasticsearchException($"Elasticsearch at {Address} cannot read from index '{index}': {error.GetProperty("reason")}", HttpStatusCode.NotFound);
                }

                if (document.GetProperty("found").GetBoolean())
                {
                    found.Add(new(document.GetProperty("_id").GetString()!, document.GetProperty("_version").GetInt64(), document.GetProperty("_source")));
                }
            }
        }

        return found;
    }

    /// <summary>The indices behind an alias.</summary>
    /// <param name="alias">Alias name.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Their names; empty when there is no such alias.</returns>
    /// <exception cref="ElasticsearchException">The server does not answer.</exception>
    public async Task<IReadOnlyList<string>> IndicesOfAsync(string alias, CancellationToken cancel)
    {
        try
        {
            JsonElement answer = await SendAsync(HttpMethod.Get, $"_alias/{alias}", null, null, cancel);
            return [.. answer.EnumerateObject().Select(index => index.Name)];
        }
        catch (ElasticsearchException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    /// <summary>Freezes an index's present state for a walk over many pages.</summary>
    /// <param name="index">Index or alias name.</param>
    /// <param name="keepAlive">How long the state is kept, at least 1 s; each search of it starts that time anew.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The state's id.</returns>
    /// <exception cref="ElasticsearchException">The request was refused, or the server does not answer.</exception>
    public async Task<string> OpenPointInTimeAsync(string index, TimeSpan keepAlive, CancellationToken cancel) =>
        (await SendAsync(HttpMethod.Post, $"{index}/_pit?keep_alive={(long)keepAlive.TotalSeconds}s", null, null, cancel)).GetProperty("id").GetString()!;

    /// <summary>Forgets a frozen state before its time is over.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="ElasticsearchException">It is gone already, or the server does not answer.</exception>
    public Task ClosePointInTimeAsync(string id, CancellationToken cancel) =>
        SendAsync(HttpMethod.Delete, "_pit", JsonSerializer.SerializeToUtf8Bytes(new { id }), Json, cancel);

    /// <summary>Searches for a page and counts beside it, in one request: the page passes over what it does not show, the count looks nowhere it need not.</summary>
    /// <param name="index">Index or alias name.</param>
    /// <param name="query">A query as an object that serializes to Elasticsearch's JSON.</param>
    /// <param name="page">The page's search with the same query: sort, size, search_after.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>How many documents there are in all, and the page; both may be incomplete, see <see cref="SearchResult.IsComplete"/>.</returns>
    /// <exception cref="ElasticsearchException">One of both was refused, or the server does not answer.</exception>
    public async Task<(SearchResult Count, SearchResult Page)> SearchAndCountAsync(string index, object query, object page, CancellationToken cancel)
    {
        byte[] head = JsonSerializer.SerializeToUtf8Bytes(new { index });
        byte[] count = JsonSerializer.SerializeToUtf8Bytes(new { size = 0, track_total_hits = true, query });
        byte[] lines = [.. head, (byte)'\n', .. count, (byte)'\n', .. head, (byte)'\n', .. JsonSerializer.SerializeToUtf8Bytes(page), (byte)'\n'];
        JsonElement answers = (await SendAsync(HttpMethod.Post, "_msearch", lines, Ndjson, cancel)).GetProperty("responses");
        foreach (JsonElement answer in answers.EnumerateArray())
        {
            if (answer.TryGetProperty("error", out JsonElement error))
            {
                HttpStatusCode status = (HttpStatusCode)answer.GetProperty("status").GetInt32();
                throw new ElasticsearchException($"Elasticsearch at {Address} answered a search of {index} with {(int)status}: {Cut(error.GetRawText())}", status);
            }
        }

        return (new(answers[0]), new(answers[1]));
    }

    /// <summary>Searches without counting what is not shown, which lets Elasticsearch pass over most of a large index.</summary>
    /// <param name="index">Index or alias name; null for a frozen state, which the request's <c>pit</c> names.</param>
    /// <param name="request">The search as an object that serializes to Elasticsearch's JSON.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The answer, which may be incomplete: see <see cref="SearchResult.IsComplete"/>.</returns>
    /// <exception cref="ElasticsearchException">The state is gone (404), the request was refused, or the server does not answer.</exception>
    public async Task<SearchResult> SearchUncountedAsync(string? index, object request, CancellationToken cancel) => new(await SendAsync(
        HttpMethod.Post, $"{(index is null ? "" : index + "/")}_search?track_total_hits=false", JsonSerializer.SerializeToUtf8Bytes(request), Json, cancel));

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    internal static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Sends a request until it is answered or the attempts are used up.</summary>
    internal async Task<JsonElement> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte>? body, MediaTypeHeaderValue? type, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnceAsync(method, path, body, type, cancel);
            }
            catch (ElasticsearchException e) when (e.IsPassing && attempt < Retry.Attempts)
            {
                await PauseAsync(attempt, cancel);
            }
        }
    }

    internal Task PauseAsync(int attempt, CancellationToken cancel) =>
        Task.Delay(Retry.PauseAfter(attempt, Random.Shared.NextDouble()), _time, cancel);

    private async Task<JsonElement> SendOnceAsync(HttpMethod method, string path, ReadOnlyMemory<byte>? body, MediaTypeHeaderValue? type, CancellationToken cancel)
    {
        using HttpRequestMessage request = new(method, path);
        if (body is { } bytes)
        {
            request.Content = new ReadOnlyMemoryContent(bytes);
            request.Content.Headers.ContentType = type;
        }

        try
        {
            using HttpResponseMessage answer = await _http.SendAsync(request, cancel);
            if (!answer.IsSuccessStatusCode)
            {
                string reason = await answer.Content.ReadAsStringAsync(cancel);
                throw new ElasticsearchException(
                    $"Elasticsearch at {Address} answered {method} {path} with {(int)answer.StatusCode}: {Cut(reason)}", answer.StatusCode);
            }

            return method == HttpMethod.Head ? default : await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            throw new ElasticsearchException($"Elasticsearch at {Address} did not answer {method} {path}: {e.Message} Check that it runs.", null, e);
        }
    }

    private static string Cut(string reason) => reason.Length > 1_000 ? reason[..1_000] : reason;

    private async Task<bool> FindAsync(HttpMethod method, string index, CancellationToken cancel)
    {
        try
        {
            await SendAsync(method, index, null, null, cancel);
            return true;
        }
        catch (ElasticsearchException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return false;
        }
    }
}
