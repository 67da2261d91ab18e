using System.Net;
using System.Text.Json;
using UnitTests.Core.AppEvents;
using UnitTests.Core.Orders;

namespace UnitTests.Api;

/// <summary>Every event of the corpus against the service.</summary>
public sealed class IngestCorpusTests(IngestCorpusTests.Host host) : IClassFixture<IngestCorpusTests.Host>
{
    public static TheoryData<string> Titles => [.. EventCorpusCase.All.Select(each => each.Title)];

    private ApiHost Api => host.Api;

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Each_event_of_the_corpus_gets_its_status_and_is_never_repeated(string title)
    {
        EventCorpusCase each = EventCorpusCase.All.Single(candidate => candidate.Title == title);
        byte[] body = each.Value();
        Api.Events.Events.Clear();

        using HttpResponseMessage answer = await Api.PostAsync(body);

        if (each.IsGood)
        {
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            Assert.Single(Api.Events.Events);
            return;
        }

        bool isTooLarge = each.Expect == "size" && each.Pointers is [""];
        bool isArray = body.AsSpan().TrimStart(" \r\n"u8) is [(byte)'[', ..];
        JsonElement problem = isTooLarge
            ? await ApiAssert.ProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge, "content-too-large")
            : title is "schema-array.json" ? default : await ApiAssert.ProblemAsync(answer, HttpStatusCode.BadRequest, "invalid-events");
        if (title is "schema-array.json")
        {
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode); // here an array is a batch
            return;
        }

        Assert.Empty(Api.Events.Events);
        if (!isTooLarge && !isArray)
        {
            Assert.Equal(each.Pointers, problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()));
        }

        Assert.True(problem.GetRawText().Length < 20_000);
        Echo.AssertShort(body, problem.TryGetProperty("errors", out JsonElement errors) ? errors.GetRawText() : "");
    }

    public sealed class Host : IAsyncLifetime
    {
        internal ApiHost Api { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Api = await ApiHost.StartAsync();

        public ValueTask DisposeAsync() => Api.DisposeAsync();
    }
}
