using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;

namespace IntegrationTests.Spark;

/// <summary>A test on the shared Spark, with a folder of its own.</summary>
[Collection(SparkTests.Name)]
public abstract class SparkTest : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sd-spark-test-");

    protected SparkTest(SparkFixture fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        Spark = SparkSession.Builder().AppName("tests").GetOrCreate();
    }

    protected SparkSession Spark { get; }

    public void Dispose()
    {
        // What a failed test left running must not disturb the next.
        foreach (StreamingQuery query in Spark.Streams().Active())
        {
            query.Stop();
        }

        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string Folder(string name) => Path.Combine(_folder.FullName, name);

    protected static object?[][] Values(DataFrame frame) => [.. frame.Collect().Select(row => row.Values)];
}
