using System.Collections;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace UnitTests.Spark.Sql;

public sealed class RowTests
{
    private static readonly StructType Schema = new([new StructField("n", new LongType()), new StructField("s", new StringType())]);

    [Fact]
    public void Values_are_found_by_place_and_by_name()
    {
        Row row = new([5L, "x"], Schema);

        Assert.Equal(2, row.Size());
        Assert.Equal(5L, row[0]);
        Assert.Equal("x", row.Get("s"));
        Assert.Equal("[5,x]", row.ToString());
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        IndexOutOfRangeException refused = Assert.Throws<IndexOutOfRangeException>(() => new Row([5L, "x"], Schema).Get("m"));

        Assert.Contains("'m'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("n, s", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_made_of_a_generic_row_has_places_only()
    {
        Row row = new GenericRow([5L]);

        Assert.Equal(5L, row[0]);
        Assert.Throws<InvalidOperationException>(() => row.Get("n"));
    }

    [Fact]
    public void Numbers_become_the_number_asked_for_or_fail()
    {
        Row row = new GenericRow([5L, null!, long.MaxValue]);

        Assert.Equal(5, row.GetAs<int>(0));
        Assert.Equal(5.0, row.GetAs<double>(0));
        Assert.Equal(5, row.GetAs<int?>(0));
        Assert.Null(row.GetAs<int?>(1));
        Assert.Null(row.GetAs<string>(1));
        Assert.Throws<InvalidCastException>(() => row.GetAs<int>(1));
        Assert.Throws<OverflowException>(() => row.GetAs<int>(2));
    }

    [Fact]
    public void Days_and_instants_become_those_of_NET()
    {
        Row row = new GenericRow([new Date(2026, 11, 28), new Timestamp(2026, 11, 28, 1, 2, 3, 456_789)]);

        Assert.Equal(new DateOnly(2026, 11, 28), row.GetAs<DateOnly>(0));
        Assert.Equal(new DateTime(2026, 11, 28, 1, 2, 3, 456, 789, DateTimeKind.Utc), row.GetAs<DateTime>(1));
        Assert.Equal(DateTimeKind.Utc, row.GetAs<DateTime>(1).Kind);
    }

    [Fact]
    public void Lists_and_maps_become_arrays_and_dictionaries()
    {
        Row row = new GenericRow([new ArrayList { 1L, 2L }, new Hashtable { ["a"] = 1L }, new ArrayList { 1L, null }]);

        Assert.Equal(new[] { 1, 2 }, row.GetAs<int[]>(0));
        Assert.Equal(new Dictionary<string, int> { ["a"] = 1 }, row.GetAs<Dictionary<string, int>>(1));
        Assert.Equal(new long?[] { 1, null }, row.GetAs<long?[]>(2));
    }
}
