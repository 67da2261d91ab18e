using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;
using static Microsoft.Spark.Sql.Functions;

namespace IntegrationTests.Spark.Extensions;

public sealed class RecordTests(SparkFixture fixture) : SparkTest(fixture)
{
    private static readonly Everything Full = Everything.Full;
    private static readonly Everything Empty = Everything.Empty;

    [Fact]
    public void Records_of_every_type_go_to_Spark_and_come_back()
    {
        DataFrame frame = Spark.CreateDataFrame<Everything>([Full, Empty, Full with { String = "", Ints = [], Map = new Dictionary<string, double?>() }]);

        IReadOnlyList<Everything> back = frame.CollectAs<Everything>();

        Assert.Equal(3, back.Count);
        Assert.Equivalent(Full, back[0], strict: true);
        Assert.Equal(Empty, back[1]);
        Assert.Equal("", back[2].String);
        Assert.Equal([], back[2].Ints!);
        Assert.Empty(back[2].Map!);
        Assert.Equal(DateTimeKind.Utc, back[0].Instant!.Value.Kind);
    }

    [Fact]
    public void The_columns_have_the_types_and_nullability_of_the_parameters()
    {
        StructType schema = Spark.CreateDataFrame<Trip>([]).Schema();

        Assert.Equal("struct<Id:bigint,Driver:string,Note:string,Stops:array<struct<Latitude:double,Longitude:double>>>", schema.SimpleString);
        Assert.Equal([false, false, true, false], schema.Fields.Select(field => field.IsNullable));
        Assert.Empty(Spark.CreateDataFrame<Trip>([]).CollectAs<Trip>());
    }

    [Fact]
    public void Spark_sees_the_same_values()
    {
        DataFrame frame = Spark.CreateDataFrame<Everything>([Full, Empty]);

        Assert.Equal(1, frame.Where("Decimal = -79228162514.264337593543950335BD AND Long = 9223372036854775807 AND String LIKE '%世界 🚀' AND Map['x'] = 1.0").Count());
        Assert.Equal(1, frame.Where("Instant = TIMESTAMP'1969-12-31 23:59:59.999999Z' AND Day = DATE'1969-12-31' AND Place.Spot.Latitude = 47.4").Count());
        Assert.Equal(1, frame.Where("Bool IS NULL AND Byte IS NULL AND Short IS NULL AND Int IS NULL AND Long IS NULL AND Bytes IS NULL AND Ints IS NULL AND Map IS NULL AND Place IS NULL").Count());
    }

    [Fact]
    public void Many_rows_in_many_batches_keep_their_order()
    {
        Everything.Spot[] spots = [.. Enumerable.Range(0, 25_000).Select(i => new Everything.Spot(i, -i))];

        Assert.Equal(spots, Spark.CreateDataFrame<Everything.Spot>(spots).CollectAs<Everything.Spot>());
    }

    [Fact]
    public void Names_match_in_any_capitals_and_numbers_widen()
    {
        DataFrame frame = Spark.Range(2).SelectExpr("CAST(id AS INT) AS LATITUDE", "1 AS extra", "CAST(id AS FLOAT) AS longitude");

        Assert.Equal([new Wide(0, 0), new Wide(1, 1)], frame.CollectAs<Wide>());
    }

    [Fact]
    public void A_frame_that_does_not_fit_is_refused_with_every_fault_and_before_the_job()
    {
        DataFrame frame = Spark.Range(1).Select(RaiseError(), Col("id").As("Id"));

        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => frame.CollectAs<Trip>());

        Assert.Contains("column Driver is int, but its parameter takes string", refused.Message, StringComparison.Ordinal);
        Assert.Contains("no column is named Note", refused.Message, StringComparison.Ordinal);
        Assert.Contains("no column is named Stops", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_for_a_parameter_that_takes_none_is_refused_by_name()
    {
        DataFrame frame = Spark.Sql("SELECT 1.0D AS Latitude, CAST(NULL AS DOUBLE) AS Longitude");

        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => frame.CollectAs<Everything.Spot>());

        Assert.Contains("Spot.Longitude is null", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_that_must_not_be_written_is_refused_by_name()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => Spark.CreateDataFrame<Trip>([new Trip(1, null!, null, [])]));

        Assert.Contains("Trip.Driver is null", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, Spark.CreateDataFrame<Trip>([new Trip(1, "x", null, [])]).Count()); // and Spark is still there
    }

    [Fact]
    public void A_column_of_nothing_but_null_is_null() =>
        Assert.Equal([new Maybe(null, null)], Spark.Sql("SELECT NULL AS Number, NULL AS Text").CollectAs<Maybe>());

    [Fact]
    public void A_type_that_is_no_row_is_refused_by_name()
    {
        NotSupportedException refused = Assert.Throws<NotSupportedException>(() => Spark.Range(1).CollectAs<HasUri>());

        Assert.Contains("HasUri.Address", refused.Message, StringComparison.Ordinal);
    }

    private static Column RaiseError() => Expr("CAST(raise_error('the job ran') AS INT)").As("Driver");

    private sealed record Wide(long Latitude, double Longitude);

    private sealed record Trip(long Id, string Driver, string? Note, IReadOnlyList<Everything.Spot> Stops);

    private sealed record Maybe(int? Number, string? Text);

    private sealed record HasUri(Uri Address);
}
