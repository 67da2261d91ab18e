using System.Reflection;
using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace IntegrationTests.Spark.Sql;

public sealed class FunctionsTests(SparkFixture fixture) : SparkTest(fixture)
{
    /// <summary>Every function is found by Spark under its Java name and with these argument types: called with stand-ins, it must not be unknown.</summary>
    [Fact]
    public void Spark_knows_every_function_in_every_form()
    {
        List<string> unknown = [];
        foreach (MethodInfo function in typeof(Functions).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            object?[] arguments = [.. function.GetParameters().Select(StandIn)];
            try
            {
                function.Invoke(null, arguments);
            }
            catch (TargetInvocationException e) when (e.InnerException is { InnerException: null } failure)
            {
                unknown.Add($"{function}: {failure.Message}"); // the gateway found no such method; what Spark itself refuses has an inner exception
            }
            catch (TargetInvocationException)
            {
                // Spark knows the function and refuses the stand-in.
            }
        }

        Assert.Empty(unknown);
    }

    [Fact]
    public void Time_is_cut_into_windows()
    {
        DataFrame times = Spark.Range(0, 3).Select(TimestampSeconds(Col("id") * 400).As("t"));

        DataFrame counted = times.GroupBy(Window(Col("t"), "10 minutes")).Count().Select(UnixTimestamp(Col("window.start")), Col("count"));
        Assert.Equal([[0L, 2L], [600L, 1L]], Values(counted.OrderBy(Desc("count"))));
        Assert.Equal([[1L]], Values(times.GroupBy(Session_Window(Col("t"), "7 minutes")).Count().GroupBy().Count()));
    }

    [Fact]
    public void Distinct_values_are_counted_nearly()
    {
        DataFrame numbers = Spark.Range(1000).WithColumn("half", Col("id") % 2);

        Assert.InRange(numbers.Agg(ApproxCountDistinct(Col("id"), 0.01)).First().GetAs<long>(0), 970, 1030);
    }

    private static object? StandIn(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(Column) => Col("c"),
        var type when type == typeof(Column[]) => new[] { Col("c"), Col("d") },
        var type when type == typeof(string) => parameter.Name == "json" ? "{}" : "c",
        var type when type == typeof(string[]) => new[] { "d" },
        var type when type == typeof(int) => 1,
        var type when type == typeof(long) => 1L,
        var type when type == typeof(double) => 0.5,
        var type when type == typeof(bool) => true,
        var type when type == typeof(object) => 1,
        var type when type == typeof(Dictionary<string, string>) => new Dictionary<string, string> { ["mode"] = "PERMISSIVE" },
        var type when type == typeof(DataFrame) => SparkSession.Active().Range(1),
        var type => throw new NotSupportedException($"There is no stand-in for {type}."),
    };
}
