#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql;

// Actions that count rows or print something about them.
public sealed partial class DataFrame
{
    private const string PythonUtils = "org.apache.spark.sql.api.python.PythonSQLUtils";

    /// <summary>Number of rows.</summary>
    public long Count() => Reference.Get<long>("count");

    /// <summary>Prints the first rows as a table.</summary>
    /// <param name="numRows">How many rows.</param>
    /// <param name="truncate">Longest text of a cell; 0 for no limit.</param>
    /// <param name="vertical">Whether each value has a line of its own.</param>
    public void Show(int numRows = 20, int truncate = 20, bool vertical = false) =>
        Console.WriteLine(Reference.Get<string>("showString", numRows, truncate, vertical));

    /// <summary>Prints the schema as a tree.</summary>
    public void PrintSchema() => Console.WriteLine(Reference.GetThrough<string>("schema", "treeString"));

    /// <summary>Prints the schema as a tree, <paramref name="level"/> levels deep.</summary>
    public void PrintSchema(int level)
    {
        using JvmObjectReference schema = Reference.Call("schema");
        Console.WriteLine(schema.Get<string>("treeString", level));
    }

    /// <summary>Prints the physical plan, or all plans when <paramref name="extended"/>.</summary>
    public void Explain(bool extended = false) => Explain(extended ? "extended" : "simple");

    /// <summary>Prints the plan as simple, extended, codegen, cost or formatted.</summary>
    public void Explain(string mode)
    {
        using JvmObjectReference execution = Reference.Call("queryExecution");
        Console.WriteLine(Reference.Jvm.CallStaticJavaMethod(PythonUtils, "explainString", execution, mode));
    }
}
