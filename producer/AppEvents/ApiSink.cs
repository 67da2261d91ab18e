using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SpecialDelivery.Producer.AppEvents;

/// <summary>The REST service. A batch without an answer is sent again under the same key, so that the service stores it once.</summary>
internal sealed class ApiSink : IAppEventSink
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly MediaTypeHeaderValue Lines = new("application/x-ndjson");

    private readonly HttpClient _http;
    private readonly Uri _events;
    private readonly TimeProvider _time;

    /// <summary>Makes a sink; connects with the first batch.</summary>
    /// <param name="service">The service's URL.</param>
    /// <param name="key">API key; null = none.</param>
    /// <param name="time">Clock of the pauses.</param>
    /// <param name="handler">Transport; null = the network.</param>
    public ApiSink(Uri service, string? key, TimeProvider time, HttpMessageHandler? handler = null)
    {
        _events = new Uri(service, "/events");
        _time = time;
        _http = new HttpClient(handler ?? new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout };
        if (key is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The service refuses the batch as a whole, and would always.</exception>
    public async Task SendAsync(string name, IReadOnlyList<(long Ts, byte[] Value)> events, PostCounts counts, CancellationToken giveUp)
    {
        byte[] body = [.. events.SelectMany(each => each.Value.Append((byte)'\n'))];
        while (await TrySendAsync(name, body, events.Count, counts, giveUp).ConfigureAwait(false) is { } pause)
        {
            counts.Repeat();
            await Task.Delay(pause, _time, giveUp).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task FinishAsync(PostCounts counts, CancellationToken giveUp) => Task.CompletedTask; // each batch was waited for

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <returns>After which pause to send it again; null when its fate is known.</returns>
    private async Task<TimeSpan?> TrySendAsync(string name, byte[] body, int count, PostCounts counts, CancellationToken giveUp)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, _events) { Content = new ByteArrayContent(body) { Headers = { ContentType = Lines } } };
        request.Headers.Add("Idempotency-Key", name);
        try
        {
            using HttpResponseMessage answer = await _http.SendAsync(request, giveUp).ConfigureAwait(false);
            byte[] text = await answer.Content.ReadAsByteArrayAsync(giveUp).ConfigureAwait(false);
            switch (answer.StatusCode)
            {
                case HttpStatusCode.Accepted:
                    JsonElement told = JsonElement.Parse(text);
                    counts.Accept(told.GetProperty("accepted").GetInt64());
                    counts.Reject(told.GetProperty("rejected").GetInt64());
                    return null;
                case HttpStatusCode.BadRequest when JsonElement.Parse(text).TryGetProperty("results", out JsonElement results) && results.GetArrayLength() == count:
                    counts.Reject(count);
                    return null;
                case HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError:
                    return answer.Headers.RetryAfter?.Delta ?? Pause;
                default:
                    throw new IOException($"{_events} answered {(int)answer.StatusCode} to a batch of {count} events: {Title(text)}");
            }
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !giveUp.IsCancellationRequested))
        {
            return Pause;
        }
    }

    private static string Title(byte[] problem)
    {
        try
        {
            return JsonElement.Parse(problem).GetProperty("title").GetString()!;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "is that Special Delivery's REST service?";
        }
    }
}
