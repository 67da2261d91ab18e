using Microsoft.Spark.Sql;
using static Microsoft.Spark.Extensions.HllFunctions;
using static Microsoft.Spark.Sql.Functions;

namespace IntegrationTests.Spark.Extensions;

public sealed class HllFunctionsTests(SparkFixture fixture) : SparkTest(fixture)
{
    [Fact]
    public void Sketches_of_parts_merge_into_one_of_the_whole()
    {
        DataFrame parts = Spark.Range(2000).GroupBy(Col("id") % 4).Agg(HllSketchAgg(Col("id") % 1000).As("sketch"));

        Assert.InRange(parts.Agg(HllSketchEstimate(HllUnionAgg(Col("sketch")))).First().GetAs<long>(0), 950, 1050);
        Assert.InRange(parts.Select(HllSketchEstimate(HllUnion(Col("sketch"), Col("sketch")))).First().GetAs<long>(0), 237, 263);
    }
}
