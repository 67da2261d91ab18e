using System.Net;

namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>Elasticsearch refused a request, or did not answer it after all attempts.</summary>
/// <param name="message">Which request, what came back, and the cure.</param>
/// <param name="status">The answer's status; null when there was none.</param>
/// <param name="cause">The connection's fault; null when there was an answer.</param>
public sealed class ElasticsearchException(string message, HttpStatusCode? status, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The answer's status; null when there was none.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsPassing => Status is null || ElasticsearchClient.IsPassing(Status.Value);
}
