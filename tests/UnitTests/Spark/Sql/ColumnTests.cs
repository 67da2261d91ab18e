using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace UnitTests.Spark.Sql;

[Collection(FakeJvmTests.Name)]
public sealed class ColumnTests
{
    private readonly FakeJvmBridge _jvm = FakeJvmBridge.Install();
    private readonly Column _a;
    private readonly Column _b;

    public ColumnTests()
    {
        _a = new Column(_jvm.NewObject("a"));
        _b = new Column(_jvm.NewObject("b"));
    }

    public static TheoryData<Func<Column, Column, Column>, string> Calls => new()
    {
        { (a, b) => a + b, "a.plus(b)" },
        { (a, _) => a + 1, "a.plus(1)" },
        { (a, _) => a - 1L, "a.minus(1L)" },
        { (a, _) => a * 1.5, "a.multiply(1.5)" },
        { (a, _) => a / 2, "a.divide(2)" },
        { (a, _) => a % 2, "a.mod(2)" },
        { (a, b) => a == b, "a.equalTo(b)" },
        { (a, _) => a == "x", "a.equalTo(\"x\")" },
        { (a, _) => a != null!, "a.notEqual(null)" },
        { (a, _) => a > 1, "a.gt(1)" },
        { (a, _) => a < 1, "a.lt(1)" },
        { (a, _) => a >= 1, "a.geq(1)" },
        { (a, _) => a <= 1, "a.leq(1)" },
        { (a, b) => a & b, "a.and(b)" },
        { (a, b) => a | b, "a.or(b)" },
        { (a, _) => !a, "functions.not(a)" },
        { (a, _) => -a, "functions.negate(a)" },
        { (a, b) => a.EqNullSafe(b), "a.eqNullSafe(b)" },
        { (a, _) => a.Between(1, 2), "a.between(1, 2)" },
        { (a, _) => a.IsIn("x", "y"), "a.isin(Object[\"x\", \"y\"])" },
        { (a, _) => a.IsIn(1L, 2L), "a.isin(Object[1L, 2L])" },
        { (a, _) => a.IsIn(1.5m), "a.isin(Object[1.5])" },
        { (a, _) => a.RLike("^x"), "a.rlike(\"^x\")" },
        { (a, _) => a.SubStr(1, 2), "a.substr(1, 2)" },
        { (a, _) => a.As(["x", "y"]), "a.as(String[\"x\", \"y\"])" },
        { (a, _) => a.DropFields("x", "y"), "a.dropFields(Seq(\"x\", \"y\"))" },
        { (a, _) => a.DescNullsFirst(), "a.desc_nulls_first()" },
        { (a, _) => a.Cast("bigint"), "a.cast(\"bigint\")" },
        { (a, b) => a.When(b, 1), "a.when(b, 1)" },
        { (a, _) => a.BitwiseXOR(1), "a.bitwiseXOR(1)" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Each_operator_and_method_is_one_call(Func<Column, Column, Column> build, string call)
    {
        Column result = build(_a, _b);

        Assert.Equal([call], _jvm.Calls);
        Assert.Equal("o1", result.Reference.Id);
    }

    [Fact]
    public void A_float_keeps_its_type_by_a_cast()
    {
        _ = _a + 1.5f;

        Assert.Equal(["functions.lit(1.5)", "o1.cast(\"float\")", "a.plus(o2)"], _jvm.Calls);
    }

    [Fact]
    public void Instants_and_days_go_over_without_a_time_zone()
    {
        Lit(new DateTime(1970, 1, 1, 0, 0, 1, DateTimeKind.Unspecified));
        Assert.Equal("functions.lit(JavaInstant { EpochMicros = 1000000 })", _jvm.LastCall);

        Lit(new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)));
        Assert.Equal("functions.lit(JavaInstant { EpochMicros = -3600000000 })", _jvm.LastCall);

        Lit(new DateOnly(1969, 12, 31));
        Assert.Equal("functions.lit(JavaLocalDate { EpochDays = -1 })", _jvm.LastCall);
    }

    [Fact]
    public void A_column_as_literal_is_the_column()
    {
        Assert.Same(_a, Lit(_a));
        Assert.Empty(_jvm.Calls);
    }

    [Fact]
    public void Equals_compares_references_where_the_operator_builds_an_expression()
    {
        Assert.True(_a.Equals(new Column(_jvm.NewObject("a"))));
        Assert.False(_a.Equals(_b));
        Assert.Empty(_jvm.Calls);
    }
}
