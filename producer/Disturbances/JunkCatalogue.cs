using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Randomness;
using SpecialDelivery.Producer.Records;
using SpecialDelivery.Producer.Worlds;

namespace SpecialDelivery.Producer.Disturbances;

/// <summary>Every kind of bad input the producer sends.</summary>
internal static class JunkCatalogue
{
    private const long Year9999 = 253_370_764_800_000;

    private static readonly string[] NumberFields =
    [
        OrderFields.StartTime, OrderFields.EndTime, OrderFields.Space, OrderFields.Review, OrderFields.SourceLatitude,
        OrderFields.SourceLongitude, OrderFields.DestinationLatitude, OrderFields.DestinationLongitude, OrderFields.Distance,
    ];

    /// <summary>The catalogue.</summary>
    public static IReadOnlyList<JunkForm> All { get; } =
    [
        new("truncated JSON", DeadLetterReason.Syntax, Text((json, draw) => json[..(int)draw.Whole(Field.JunkDetail, 1, json.Length - 1)])),
        new("NaN", DeadLetterReason.Syntax, Text((json, _) => json.Replace("\"slat\":", "\"slat\":NaN,\"was\":", StringComparison.Ordinal))),
        new("no value at all", DeadLetterReason.Syntax, Text((_, _) => "")),
        new("two documents", DeadLetterReason.Syntax, Text((json, _) => json + json)),
        new("a field twice", DeadLetterReason.Syntax, Text((json, draw) => $"{json[..^1]},\"space\":{draw.Whole(Field.JunkDetail, 1, 10)}}}")),
        new("invalid UTF-8", DeadLetterReason.Syntax, InvalidUtf8),
        new("\"NaN\"", DeadLetterReason.Schema, Change((order, _) => order[OrderFields.SourceLatitude] = "NaN")),
        new("missing field", DeadLetterReason.Schema, Change((order, draw) => order.Remove(AnyNumberField(draw)))),
        new("string for a number", DeadLetterReason.Schema, Change((order, draw) => AsText(order, AnyNumberField(draw)))),
        new("null for a number", DeadLetterReason.Schema, Change((order, draw) => order[AnyNumberField(draw)] = null)),
        new("array instead of an object", DeadLetterReason.Schema, Text((json, _) => $"[{json}]")),
        new("empty id", DeadLetterReason.Id, Rename("")),
        new("id of 10 kB", DeadLetterReason.Id, Rename(new string('x', 10_240))),
        new("id is not the key", DeadLetterReason.Id, good => new($"{good.Id}.other", Bytes(good.Order))),
        new("seconds for milliseconds", DeadLetterReason.Time, Change(InSeconds)),
        new("year 9999", DeadLetterReason.Time, Change((order, draw) => order[OrderFields.EndTime] = Year9999 + draw.Whole(Field.JunkDetail, 0, 1_000_000))),
        new("end before start", DeadLetterReason.Time, Change(EndFirst)),
        new("latitude 91", DeadLetterReason.Range, Change((order, draw) => order[OrderFields.SourceLatitude] = 91 + draw.Unit(Field.JunkDetail))),
        new("longitude 181", DeadLetterReason.Range, Change((order, draw) => order[OrderFields.DestinationLongitude] = 181 + draw.Unit(Field.JunkDetail))),
        new("negative space", DeadLetterReason.Range, Change((order, draw) => order[OrderFields.Space] = -draw.Whole(Field.JunkDetail, 1, 20))),
        new("too large", DeadLetterReason.Size, Change((order, _) => order["note"] = new string('x', OrderLimits.MaxRecordBytes))),
        new("same id, other content", DeadLetterReason.Duplicate, Contradict),
    ];

    /// <summary>The bad record that follows an order at the same event time.</summary>
    /// <param name="order">A good order.</param>
    /// <param name="draw">Its dice, which choose the form.</param>
    /// <param name="sendAt">When the order is sent, event time in unix milliseconds.</param>
    /// <returns>The record, of the order's topic.</returns>
    public static ProducedRecord After(PostedOrder order, Draw draw, long sendAt)
    {
        JunkForm form = All[(int)draw.Whole(Field.JunkForm, 0, All.Count - 1)];
        (string key, byte[] value) = Spoil(form, order, draw);
        return ProducedRecord.Junk(order.Trip is null ? Topics.Packages : Topics.Trips, key, value, order.PostedAt, sendAt);
    }

    /// <summary>Spoils an order in one way.</summary>
    public static JunkForm.Bad Spoil(JunkForm form, PostedOrder order, Draw draw)
    {
        string id = $"{order.Id}.bad";
        ArrayBufferWriter<byte> json = new();
        if (order.Trip is { } trip)
        {
            OrderJson.Write(trip with { Id = id }, json);
        }
        else
        {
            OrderJson.Write(order.Package! with { Id = id }, json);
        }

        return form.Spoil(new(id, order.Id, JsonNode.Parse(json.WrittenSpan)!.AsObject(), draw));
    }

    private static Func<JunkForm.Good, JunkForm.Bad> Change(Action<JsonObject, Draw> change) => good =>
    {
        change(good.Order, good.Draw);
        return new(good.Id, Bytes(good.Order));
    };

    private static Func<JunkForm.Good, JunkForm.Bad> Text(Func<string, Draw, string> change) => good =>
        new(good.Id, Encoding.UTF8.GetBytes(change(good.Order.ToJsonString(), good.Draw)));

    private static Func<JunkForm.Good, JunkForm.Bad> Rename(string id) => good =>
    {
        good.Order[OrderFields.Id] = id;
        return new(id, Bytes(good.Order));
    };

    private static JunkForm.Bad InvalidUtf8(JunkForm.Good good)
    {
        byte[] value = Bytes(good.Order);
        value[(int)good.Draw.Whole(Field.JunkDetail, 1, value.Length - 1)] = 0xFF; // a byte that UTF-8 never holds
        return new(good.Id, value);
    }

    private static JunkForm.Bad Contradict(JunkForm.Good good)
    {
        good.Order[OrderFields.Id] = good.Original;
        good.Order[OrderFields.Space] = (int)good.Order[OrderFields.Space]! + 1;
        return new(good.Original, Bytes(good.Order));
    }

    private static void InSeconds(JsonObject order, Draw draw)
    {
        order[OrderFields.StartTime] = (long)order[OrderFields.StartTime]! / 1_000;
        order[OrderFields.EndTime] = (long)order[OrderFields.EndTime]! / 1_000;
    }

    private static void EndFirst(JsonObject order, Draw draw) =>
        order[OrderFields.EndTime] = (long)order[OrderFields.StartTime]! - draw.Whole(Field.JunkDetail, 0, 3_600_000);

    private static void AsText(JsonObject order, string field) => order[field] = order[field]!.ToJsonString();

    private static string AnyNumberField(Draw draw) => NumberFields[(int)draw.Whole(Field.JunkDetail, 0, NumberFields.Length - 1)];

    private static byte[] Bytes(JsonObject order) => Encoding.UTF8.GetBytes(order.ToJsonString());
}
