using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace UnitTests.Spark.Sql;

[Collection(FakeJvmTests.Name)]
public sealed class FunctionsTests
{
    private readonly FakeJvmBridge _jvm = FakeJvmBridge.Install();
    private readonly Column _a;
    private readonly Column _b;

    public FunctionsTests()
    {
        _a = new Column(_jvm.NewObject("a"));
        _b = new Column(_jvm.NewObject("b"));
    }

    /// <summary>The functions whose Java name is not the C# name in small letters with underscores, and the forms of arguments.</summary>
    public static TheoryData<Func<Column, Column, Column>, string> Calls => new()
    {
        { (_, _) => Column("x"), "col(\"x\")" },
        { (a, _) => ApproxCountDistinct(a, 0.01), "approx_count_distinct(a, 0.01)" },
        { (a, b) => CountDistinct(a, b), "countDistinct(a, Column[b])" },
        { (a, b) => Count_Distinct(a, b), "count_distinct(a, Column[b])" },
        { (a, _) => CollectList(a), "collect_list(a)" },
        { (a, _) => FromJson(a, "x int"), "from_json(a, \"x int\", {})" },
        { (a, b) => FromJson(a, b, new() { ["mode"] = "FAILFAST" }), "from_json(a, b, {mode: FAILFAST})" },
        { (a, _) => ToJson(a), "to_json(a, {})" },
        { (a, _) => JsonTuple(a, "x", "y"), "json_tuple(a, String[\"x\", \"y\"])" },
        { (a, _) => DayOfMonth(a), "dayofmonth(a)" },
        { (a, _) => WeekOfYear(a), "weekofyear(a)" },
        { (a, b) => DateDiff(a, b), "datediff(a, b)" },
        { (a, _) => FromUnixTime(a), "from_unixtime(a)" },
        { (a, _) => PosExplodeOuter(a), "posexplode_outer(a)" },
        { (a, b) => NaNvl(a, b), "nanvl(a, b)" },
        { (a, _) => IsNaN(a), "isnan(a)" },
        { (a, b) => XXHash64(a, b), "xxhash64(Column[a, b])" },
        { (a, _) => InitCap(a), "initcap(a)" },
        { (a, _) => Session_Window(a, "5 minutes"), "session_window(a, \"5 minutes\")" },
        { (a, _) => Window(a, "10 minutes", "5 minutes", "2 minutes"), "window(a, \"10 minutes\", \"5 minutes\", \"2 minutes\")" },
        { (_, _) => Struct("x", "y"), "struct(\"x\", String[\"y\"])" },
        { (a, b) => ConcatWs("-", a, b), "concat_ws(\"-\", Column[a, b])" },
        { (a, _) => Log10(a), "log10(a)" },
        { (_, _) => Atan2(1.5, "x"), "atan2(1.5, \"x\")" },
        { (a, _) => Lag(a, 1), "lag(a, 1, null)" },
        { (a, _) => SortArray(a), "sort_array(a, true)" },
        { (a, _) => Sha2(a, 256), "sha2(a, 256)" },
        { (_, _) => CurrentTimestamp(), "current_timestamp()" },
        { (_, _) => DescNullsLast("x"), "desc_nulls_last(\"x\")" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Each_function_is_one_call(Func<Column, Column, Column> build, string call)
    {
        _ = build(_a, _b);

        Assert.Equal(["functions." + call], _jvm.Calls);
    }
}
