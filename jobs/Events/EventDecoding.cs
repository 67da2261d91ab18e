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

    private const string TypeStart = "{\"event_type\":\"";
    private const string ParamsStart = "\"params\":{";

    // Names without ':' and ',' cannot be confused with what stands between them, so that they can be listed and compared; see IsPlain.
    private const string Name = """
        "[^"\\:,\p{Cntrl}\uFFFD]{1,128}+"
        """;

    private const string Value = """
        (?:"[^"\\\p{Cntrl}\uFFFD]{0,1024}+"|-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?|true|false|null)
        """;

    /// <summary>The form in which events are written; numbers and times of a length that needs no further look.</summary>
    public static string Form { get; } =
        $$"""\A\{"event_type":"[A-Za-z0-9_.\-]{1,64}","ts":(?:0|[1-9][0-9]{0,9}),"params":\{(?:{{Name}}:{{Value}}(?:,{{Name}}:{{Value}}){0,99})?\}\}\z""";

    /// <summary>Kafka records → columns of <see cref="Schema"/>.</summary>
    /// <param name="records">Records of topic <c>get_social_events</c>.</param>
    /// <param name="settings">How events are placed in time.</param>
    /// <returns>One row per record; a doubted record has year 0 and its value as base64 in <c>params</c>, null for none.</returns>
    public static DataFrame Decode(DataFrame records, EventsSettings settings) => records
        .SelectExpr("partition", "offset", "unix_millis(timestamp) AS received", "value", "cast(value AS string) AS text")
        .WithColumn("plain", IsPlain())
        .WithColumn("ts", Expr("if(plain, cast(substring_index(substring_index(text, ',\"params\":', 1), ':', -1) AS bigint), 0L)"))
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
            $"if(plain, substring_index(substring(text, {TypeStart.Length + 1}), '\"', 1), '') AS event_type",
            $"if(plain, substring(text, instr(text, '{ParamsStart}') + {ParamsStart.Length - 1}, length(text) - instr(text, '{ParamsStart}') - {ParamsStart.Length - 1}), base64(substring(value, 1, {AppEventLimits.MaxEventBytes + 1}))) AS params",
            $"if(plain, year(at), {DoubtYear}) AS year",
            "if(plain, month(at), 0) AS month",
            "if(plain, day(at), 0) AS day",
            "if(plain, hour(at), 0) AS hour");

    private static string Received => "greatest(0L, received div 1000)";

    private static string Seconds(TimeSpan time) => $"{(long)time.TotalSeconds}L";

    /// <summary>In the form, not too large, and no name given twice, which no regular expression tells in linear time.</summary>
    private static Column IsPlain() => Coalesce(
        Expr($"octet_length(value) <= {AppEventLimits.MaxEventBytes}")
            & Col("text").RLike(Form)
            & Expr("""size(array_distinct(regexp_extract_all(text, '"([^"]*)":', 1))) = size(regexp_extract_all(text, '"([^"]*)":', 1))"""),
        Lit(false));
}
