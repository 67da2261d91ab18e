using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Books;

/// <summary>Feeds raw records of all topics to a recount.</summary>
public static class RecountReader
{
    // A result record that lacks a field is a fault to report, not a null to trip over later.
    private static readonly EventJson Strict = new(new JsonSerializerOptions(EventJson.Default.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });

    /// <summary>Parses a record by its topic and enters it.</summary>
    /// <param name="recount">The recount.</param>
    /// <param name="arrival">A record of any topic of <see cref="Topics.Matching"/>.</param>
    /// <param name="key">Its key; null when it has none.</param>
    /// <param name="value">Its value; null for a tombstone, which an empty value is not.</param>
    /// <exception cref="ArgumentException">The topic is none of them.</exception>
    public static void Read(this Recount recount, in Arrival arrival, byte[]? key, byte[]? value)
    {
        ArgumentNullException.ThrowIfNull(recount);
        switch (arrival.Topic)
        {
            case Topics.Trips or Topics.Packages when value is null:
                ReadTombstone(recount, arrival, key);
                break;
            case Topics.Trips:
                if (OrderParser.TryParseTrip(key, value, out Trip? trip, out Rejection? badTrip))
                {
                    recount.Trip(arrival, trip);
                }
                else
                {
                    recount.Refuse(arrival, badTrip.Reason);
                }

                break;
            case Topics.Packages:
                if (OrderParser.TryParsePackage(key, value, out Package? package, out Rejection? badPackage))
                {
                    recount.Package(arrival, package);
                }
                else
                {
                    recount.Refuse(arrival, badPackage.Reason);
                }

                break;
            case Topics.Matches:
                Enter(recount, arrival, value, Strict.MatchEvent, recount.Match);
                break;
            case Topics.Claims:
                Enter(recount, arrival, value, Strict.ClaimEvent, recount.Claim);
                break;
            case Topics.Unmatched:
                Enter(recount, arrival, value, Strict.UnmatchedEvent, recount.Unmatched);
                break;
            case Topics.DeadLetters:
                Enter(recount, arrival, value, Strict.DeadLetterEvent, recount.DeadLetter);
                break;
            default:
                throw new ArgumentException($"Topic {arrival.Topic} is none of {string.Join(", ", Topics.Matching)}.", nameof(arrival));
        }
    }

    private static void ReadTombstone(Recount recount, in Arrival arrival, byte[]? key)
    {
        if (!OrderKey.TryRead(key, out string? id, out Rejection? rejection))
        {
            recount.Refuse(arrival, rejection.Reason);
        }
        else if (arrival.Topic == Topics.Trips)
        {
            recount.WithdrawTrip(arrival, id);
        }
        else
        {
            recount.WithdrawPackage(arrival, id);
        }
    }

    private static void Enter<T>(Recount recount, in Arrival arrival, byte[]? value, JsonTypeInfo<T> type, Action<T> enter)
        where T : class
    {
        T? entry;
        try
        {
            entry = value is null ? null : JsonSerializer.Deserialize(value, type);
        }
        catch (JsonException fault)
        {
            recount.Unreadable(arrival, fault.Message);
            return;
        }

        if (entry is null)
        {
            recount.Unreadable(arrival, "it holds nothing");
            return;
        }

        enter(entry);
    }
}
