using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;
using SpecialDelivery.Api.Settings;
using SpecialDelivery.Core.AppEvents;

namespace SpecialDelivery.Api.Ingest;

/// <summary>Reads what was posted.</summary>
internal static class EventBody
{
    /// <summary>The media types of <see cref="BodyKind.Lines"/>.</summary>
    public static readonly string[] LineTypes = ["application/x-ndjson", "application/ndjson", "application/jsonl"];

    /// <summary>The media type of <see cref="BodyKind.Json"/>.</summary>
    public const string JsonType = "application/json";

    /// <summary>What the headers say the body is.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="fault">Why it cannot be read.</param>
    /// <returns>The kind; null when it cannot be read.</returns>
    public static BodyKind? KindOf(IHeaderDictionary headers, out string? fault)
    {
        fault = null;
        if (headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
        {
            fault = "The body must not be compressed.";
        }
        else if (headers.ContentType.Count != 1 || !MediaTypeHeaderValue.TryParse(headers.ContentType[0], out MediaTypeHeaderValue? type))
        {
            fault = $"The header Content-Type must be {JsonType} or {LineTypes[0]}.";
        }
        else if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            fault = "The body must be UTF-8.";
        }
        else if (type.MediaType.Equals(JsonType, StringComparison.OrdinalIgnoreCase))
        {
            return BodyKind.Json;
        }
        else if (LineTypes.Any(lines => type.MediaType.Equals(lines, StringComparison.OrdinalIgnoreCase)))
        {
            return BodyKind.Lines;
        }
        else
        {
            fault = $"The header Content-Type must be {JsonType} or {LineTypes[0]}.";
        }

        return null;
    }

    /// <summary>Reads the body.</summary>
    /// <exception cref="BadHttpRequestException">It is longer than <see cref="ApiSettings.MaxBodyBytes"/>, comes too slowly or breaks off.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > ApiSettings.MaxBodyBytes)
        {
            throw TooLarge();
        }

        while (true)
        {
            ReadResult read = await request.BodyReader.ReadAsync(cancel);
            if (read.Buffer.Length > ApiSettings.MaxBodyBytes)
            {
                throw TooLarge();
            }

            if (read.IsCompleted)
            {
                byte[] body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Cuts a body into events and judges each.</summary>
    /// <param name="body">The body.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="batch">The events.</param>
    /// <returns>Null, or what is wrong with the body as a whole.</returns>
    public static AppEventFault? Parse(ReadOnlyMemory<byte> body, BodyKind kind, out EventBatch batch)
    {
        int first = body.Span.IndexOfAnyExcept(" \t\r\n"u8);
        bool isArray = kind is BodyKind.Json && first >= 0 && body.Span[first] == '[';
        List<ReadOnlyMemory<byte>> parts = [body];
        AppEventFault? fault = kind is BodyKind.Lines
            ? EventArray.SplitLines(body, ApiSettings.MaxBatchEvents, out parts)
            : isArray ? EventArray.Split(body, ApiSettings.MaxBatchEvents, out parts) : null;
        batch = new(fault is null ? [.. parts.Select(part => AppEventParser.Parse(part.Span))] : [], IsSingle: kind is BodyKind.Json && !isArray);
        return fault;
    }

    private static BadHttpRequestException TooLarge() => new("The body is too large.", StatusCodes.Status413PayloadTooLarge);
}
