using System.Text.Json;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>Cuts bodies that hold several events; the events themselves are not judged.</summary>
public static class EventArray
{
    /// <summary>Cuts a JSON array into its elements.</summary>
    /// <param name="body">UTF-8 whose first character is <c>[</c>.</param>
    /// <param name="most">Most elements.</param>
    /// <param name="events">The elements' own bytes, in their order.</param>
    /// <returns>Null when it is an array of at most <paramref name="most"/> elements; else what is wrong: syntax or size.</returns>
    public static AppEventFault? Split(ReadOnlyMemory<byte> body, int most, out List<ReadOnlyMemory<byte>> events)
    {
        events = [];
        try
        {
            Utf8JsonReader json = new(body.Span);
            json.Read();
            while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
            {
                int start = (int)json.TokenStartIndex;
                json.Skip();
                if (events.Count == most)
                {
                    return TooMany(most);
                }

                events.Add(body[start..(int)json.BytesConsumed]);
            }

            while (json.Read())
            {
                // Only white space may follow; anything else makes the reader throw.
            }

            return null;
        }
        catch (JsonException fault)
        {
            return new("", DeadLetterReason.Syntax, JsonSyntax.Describe(body.Span, fault));
        }
    }

    /// <summary>Cuts newline-delimited JSON into its lines; lines of white space do not count.</summary>
    /// <param name="body">Any bytes.</param>
    /// <param name="most">Most lines.</param>
    /// <param name="events">The lines without their ends.</param>
    /// <returns>Null, or that there are too many.</returns>
    public static AppEventFault? SplitLines(ReadOnlyMemory<byte> body, int most, out List<ReadOnlyMemory<byte>> events)
    {
        events = [];
        while (!body.IsEmpty)
        {
            int end = body.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> line = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
            {
                continue;
            }

            if (events.Count == most)
            {
                return TooMany(most);
            }

            events.Add(line);
        }

        return null;
    }

    private static AppEventFault TooMany(int most) => new("", DeadLetterReason.Size, $"There are more than {most} events: send them in several batches.");
}
