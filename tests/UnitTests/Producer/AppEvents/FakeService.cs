using System.Net;

namespace UnitTests.Producer.AppEvents;

/// <summary>A REST service that stores a batch once per key, and fails as often as a test wants.</summary>
internal sealed class FakeService : HttpMessageHandler
{
    private readonly Dictionary<string, string> _stored = [];
    private readonly Queue<HttpStatusCode?> _faults = new();

    /// <summary>Lines stored.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            lock (_stored)
            {
                return [.. _stored.Values.SelectMany(body => body.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
            }
        }
    }

    public List<string> Keys { get; } = [];

    /// <summary>What the next requests get; null = the batch is stored and the connection breaks before the answer.</summary>
    public FakeService Fail(params HttpStatusCode?[] statuses)
    {
        foreach (HttpStatusCode? status in statuses)
        {
            _faults.Enqueue(status);
        }

        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string key = request.Headers.GetValues("Idempotency-Key").Single();
        string body = await request.Content!.ReadAsStringAsync(cancellationToken);
        lock (_stored)
        {
            Keys.Add(key);
            bool isFaulty = _faults.TryDequeue(out HttpStatusCode? fault);
            if (isFaulty && fault is { } status)
            {
                return new(status) { Headers = { RetryAfter = new(TimeSpan.FromMilliseconds(1)) }, Content = new StringContent("{\"title\":\"no\"}") };
            }

            _stored[key] = body;
            if (isFaulty)
            {
                throw new HttpRequestException("broken");
            }

            int count = body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
            return new(HttpStatusCode.Accepted) { Content = new StringContent($"{{\"accepted\":{count},\"rejected\":0}}") };
        }
    }
}
