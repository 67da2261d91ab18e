using System.Net;

namespace UnitTests.Platform;

/// <summary>Answers requests one after another with what the test prepared, and keeps what was asked.</summary>
internal sealed class FakeElasticsearch : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<(HttpMethod Method, string Path, string Body)> Requests { get; } = [];

    public FakeElasticsearch Answer(string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        _answers.Enqueue(() => new HttpResponseMessage(status) { Content = new StringContent(body) { Headers = { ContentType = new("application/json") } } });
        return this;
    }

    public FakeElasticsearch Fail()
    {
        _answers.Enqueue(() => throw new HttpRequestException("Connection refused"));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.Method, request.RequestUri!.PathAndQuery, body));
        return _answers.Dequeue()();
    }
}
