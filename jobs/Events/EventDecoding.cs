using Microsoft.Spark.Sql;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Settings;
using static Microsoft.Spark.Sql.Functions;

namespace SpecialDelivery.Jobs.Events;

/// <summary>Reads app events from Kafka records, each once.</summary>
/// <remarks>
/// The service and the producer write events in one form, and one regular expression tells that form: what matches is sound, and its
/// fields are plain parts of the text, so no JSON is parsed at all. Whatever differs by so much as a blank is doubted: it goes along as
/// it came, and the strict reader of the domain judges it.
/// </remarks>
internal static class EventDecoding
{
    /// <summary>Columns of an event in files and in the staging area.</summary>
    public const string Schema =
        "partition int, offset bigint, received bigint, ts bigint, placed bigint, late boolean, clamped boolean, event_type string, params string, "
        + "year int, month int, day int, hour int";

    /// <summary>The columns by which files are laid out.</summary>
    public static readonly string[] Layout = ["year", "month", "day", "hour"];

    /// <summary>Doubted records stand under this year: none of the calendar's.</summary>
    public const int DoubtYear = 0;

    /// <summary>Larger events are rare and doubted: no text within a smaller one can be longer than is allowed.</summary>
    private const int PlainBytes = AppEventLimits.MaxValueLength;

    private const string ParamsStart = ",\"params\":";

    // Characters are listed one by one: ranges cost a comparison each, a list becomes one table.
    private static readonly string Letters = Listed(Enumerable.Range('a', 26).Concat(Enumerable.Range('A', 26)).Concat(Enumerable.Range('0', 10)));

    private static readonly string Latin = Listed(Enumerable.Range(0x20, 0x7F - 0x20).Concat(Enumerable.Range(0xA0, 0x100 - 0xA0)).Except(['"', '\\']));

    private static readonly string Text = $$"""\x22(?:[{{Latin}}]*+"|(?:[{{Latin}}]|[^\x00-\xFF\uFFFD])*+\x22)""";

    private static readonly string Value = $"""(?:{Text}|-?(?:0|[1-9][0-9]{"{0,14}"})(?:\.[0-9]{"{1,15}"})?|true|false|null)""";

    // None of the names is given again further on.
    private static readonly string Name = $$"""\x22([{{Letters}}_.$ \-]{1,128})"(?!.*,"\1":)""";

    /// <summary>The form in which events are written; numbers and times of a length that needs no further look.</summary>
    public static string Form { get; } =
        $$"""(?s)\A\{"event_type":"[{{Letters}}_.\-]{1,64}","ts":(?:0|[1-9][0-9]{0,9}),"params":\{(?:{{Name}}:{{Value}}(?:,(?=")|(?=\}))){0,16}+\}\}\z""";

    /// <summary>Kafka records → columns of <see cref="Schema"/>.</summary>
    /// <param name="records">Records of topic <c>get_social_events</c>.</param>
    /// <param name="settings">How events are placed in time.</param>
    /// <returns>One row per record; a doubted record has year 0 and its value as base64 in <c>params</c>, null for none.</returns>
    public static DataFrame Decode(DataFrame records, EventsSettings settings) => records
        .SelectExpr("partition", "offset", "unix_millis(timestamp) AS received", "value", "cast(value AS string) AS text")
        .WithColumn("plain", IsPlain())
        .WithColumn("head", Expr($"if(plain, substring_index(text, '{ParamsStart}', 1), '')"))
        .WithColumn("ts", Expr("if(plain, cast(substring_index(head, ':', -1) AS bigint), 0L)"))
        .WithColumn("clamped", Expr($"plain AND ts > {Received} + {Seconds(settings.FutureLimit)}"))
        .WithColumn("placed", Expr($"if(clamped, {Received}, ts)"))
        .WithColumn("at", Expr("timestamp_seconds(placed)"))
        .SelectExpr(
            "partition",
            "offset",
            "received",
            "ts",
            "placed",
            $"plain AND ts < {Received} - {Seconds(settings.LateLimit)} AS late",
            "clamped",
            "substring_index(substring_index(head, '\"', 4), '\"', -1) AS event_type",

            // Cut out of the bytes: places in a text are counted from its start, character by character.
            $"if(plain, cast(substring(value, octet_length(head) + {ParamsStart.Length + 1}, octet_length(value) - octet_length(head) - {ParamsStart.Length + 1}) AS string), base64(substring(value, 1, {AppEventLimits.MaxEventBytes + 1}))) AS params",
            $"if(plain, year(at), {DoubtYear}) AS year",
            "if(plain, month(at), 0) AS month",
            "if(plain, day(at), 0) AS day",
            "if(plain, hour(at), 0) AS hour");

    private static string Received => "greatest(0L, received div 1000)";

    private static string Seconds(TimeSpan time) => $"{(long)time.TotalSeconds}L";

    private static Column IsPlain() => Coalesce(Expr($"octet_length(value) <= {PlainBytes}") & Col("text").RLike(Form), Lit(false));

    private static string Listed(IEnumerable<int> characters) =>
        string.Concat(characters.Select(each => char.IsAsciiLetterOrDigit((char)each) || each > 0x7F ? $"{(char)each}" : $"\\x{each:X2}"));
}
