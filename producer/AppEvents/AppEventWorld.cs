using System.Globalization;
using System.Text;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Producer.Randomness;

namespace SpecialDelivery.Producer.AppEvents;

/// <summary>What people do in their apps: every field of an event is a function of the settings and its number.</summary>
/// <param name="settings">Seed, rate and fractions.</param>
public sealed class AppEventWorld(AppEventSettings settings)
{
    private const long MaxDelaySeconds = 7_200;

    private static readonly (string Type, double UpTo)[] Types =
        [("session_start", 0.30), ("session_end", 0.58), ("link_clicked", 0.78), ("package_viewed", 0.90), ("trip_posted", 0.96), ("purchase", 1.0)];

    private static readonly string[] Platforms = ["android", "ios", "web"];

    private static readonly string[] Versions = ["5.0.2", "5.1.0", "5.1.1", "5.2.0"];

    private static readonly string[] Junk =
    [
        "{\"event_type\":\"session_start\",\"ts\":",
        "{\"event_type\":\"session_start\"}",
        "{\"event_type\":\"session start\",\"ts\":1465583533}",
        "{\"event_type\":\"session_start\",\"ts\":1465583533000}",
        "{\"event_type\":\"session_start\",\"ts\":1465583533,\"params\":{\"platform\":[]}}",
    ];

    /// <summary>When an event is due, counted from the first one.</summary>
    /// <param name="id">Its number, from 0.</param>
    public TimeSpan DueAfter(long id) => TimeSpan.FromSeconds(id / settings.Rate);

    /// <summary>Whether an event is a bad one.</summary>
    /// <param name="id">Its number, from 0.</param>
    public bool IsJunk(long id) => DrawOf(id).Happens(Field.Junk, settings.JunkFraction);

    /// <summary>Time of an event, unix seconds.</summary>
    /// <param name="id">Its number, from 0.</param>
    public long TsOf(long id)
    {
        Draw draw = DrawOf(id);
        long ts = settings.From + (long)(id / settings.Rate);
        return draw.Happens(Field.Lateness, settings.LateFraction) ? Math.Max(0, ts - draw.Whole(Field.Delay, 1, MaxDelaySeconds)) : ts;
    }

    /// <summary>A good event.</summary>
    /// <param name="id">Its number, from 0.</param>
    public AppEvent EventOf(long id)
    {
        Draw draw = DrawOf(id);
        string type = Types.First(one => draw.Unit(Field.EventType) < one.UpTo).Type;
        double share = draw.Unit(Field.User);
        long user = (long)(share * share * share * settings.Users); // the cube makes a few busy and many quiet
        Draw person = new(settings.Seed, EntityKind.AppEvent, -1 - user);
        List<AppEventParam> details =
        [
            Text("user_id", $"u{user}"),
            Text("platform", Pick(Platforms, person, Field.Platform)),
            Text("Location service status", person.Happens(Field.LocationService, 0.7) ? "enabled" : "disabled"),
            Text("app_version", Pick(Versions, person, Field.AppVersion)),
        ];
        if (type == "session_end")
        {
            details.Add(Number("duration", draw.Whole(Field.Duration, 1, 3_600)));
        }
        else if (type == "link_clicked")
        {
            details.Add(Text("link", $"/offers/{draw.Whole(Field.Link, 1, 200)}"));
        }
        else if (type == "purchase")
        {
            details.Add(Number("price", draw.Whole(Field.Price, 1, 100)));
        }

        return new(type, TsOf(id), details);
    }

    /// <summary>What is sent.</summary>
    /// <param name="id">The event's number, from 0.</param>
    /// <returns>UTF-8 on one line; JSON unless it is junk.</returns>
    public byte[] ValueOf(long id) =>
        IsJunk(id) ? Encoding.UTF8.GetBytes(Pick(Junk, DrawOf(id), Field.JunkForm)) : AppEventJson.ToBytes(EventOf(id));

    private static AppEventParam Text(string name, string text) => new(name, AppEventParamKind.Text, text);

    private static AppEventParam Number(string name, long number) => new(name, AppEventParamKind.Number, number.ToString(CultureInfo.InvariantCulture));

    private static string Pick(string[] words, Draw draw, Field field) => words[(int)(draw.Unit(field) * words.Length)];

    private Draw DrawOf(long id) => new(settings.Seed, EntityKind.AppEvent, id);
}
