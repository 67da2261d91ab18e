using System.Net;

namespace SpecialDelivery.Engine.Probes;

/// <summary>Asks a server over HTTP.</summary>
internal static class HttpProbe
{
    /// <summary>Returns the body of a good answer. 401 counts as an answer too, with an empty body: the server is there and wants credentials.</summary>
    /// <exception cref="HttpRequestException">No answer, or one that is no success.</exception>
    public static async Task<string> AskAsync(Uri address, CancellationToken cancel)
    {
        using SocketsHttpHandler handler = new() { UseProxy = !address.IsLoopback };
        using HttpClient client = new(handler);
        using HttpResponseMessage answer = await client.GetAsync(address, cancel).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            return "";
        }

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
    }
}
