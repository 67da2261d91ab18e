using System.Net;
using System.Text;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Platform.Metrics;

namespace SpecialDelivery.Jobs.Metrics;

/// <summary>Serves a job's metrics as Prometheus reads them, at <c>/metrics</c>.</summary>
internal sealed class MetricsEndpoint : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly MetricsText _text = new(JobMetrics.MeterName);

    private MetricsEndpoint(string host, int port)
    {
        // The listener compares a host's name with the request's; on every interface any name will do.
        _listener.Prefixes.Add($"http://{(host == "0.0.0.0" ? "+" : host)}:{port}/metrics/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Starts serving.</summary>
    /// <param name="address"><c>host:port</c>; null or empty for none. 0.0.0.0 is every interface: what is served names no person, but whoever reaches the port reads it.</param>
    /// <returns>The endpoint; null for none.</returns>
    /// <exception cref="JobException">The address is none, or taken.</exception>
    public static MetricsEndpoint? Start(string? address)
    {
        if (string.IsNullOrEmpty(address))
        {
            return null;
        }

        if (address.Split(':') is not [{ Length: > 0 } host, var digits] || !ushort.TryParse(digits, out ushort port) || port == 0)
        {
            throw new JobException($"{Variables.Metrics} is '{address}': it must be host:port, such as 127.0.0.1:9464.");
        }

        try
        {
            return new MetricsEndpoint(host, port);
        }
        catch (HttpListenerException e)
        {
            throw new JobException($"{Variables.Metrics} is '{address}', where nothing can be served: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Close();
        _text.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext request = await _listener.GetContextAsync().ConfigureAwait(false);
                byte[] body = Encoding.UTF8.GetBytes(_text.Write());
                request.Response.ContentType = MetricsText.ContentType;
                request.Response.Close(body, willBlock: false);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // The reader went away, or the listener was closed; the loop's condition tells which.
            }
        }
    }
}
