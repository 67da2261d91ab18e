using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Worker;

/// <summary>Puts a function of this program into a frame's plan, in the place of one of Python's.</summary>
internal static class PartitionPlan
{
    private const string Functions = "org.apache.spark.api.python.SimplePythonFunction";
    private const string Calls = "org.apache.spark.sql.execution.python.UserDefinedPythonFunction";

    /// <summary>The frame of what the function makes.</summary>
    /// <param name="rows">What it gets.</param>
    /// <param name="name">Its name in plans.</param>
    /// <param name="command">What the executors are told.</param>
    /// <param name="results">Columns of what it makes.</param>
    public static JvmObjectReference Map(DataFrame rows, string name, byte[] command, StructType results)
    {
        JvmBridge jvm = rows.Reference.Bridge;
        using JvmObjectReference variables = jvm.CallConstructor("java.util.HashMap");
        variables.Do("put", "DOTNET_ROOT", RuntimeFolder);
        using JvmObjectReference nothing = jvm.CallConstructor("java.util.ArrayList");
        using JvmObjectReference function = jvm.CallConstructor(Functions, command, variables, nothing, Executable, "", nothing, null);
        using JvmObjectReference type = JavaSchema.Of(results).Make(jvm);
        using JvmObjectReference call = jvm.CallConstructor(Calls, name, function, type, TaskHeader.MapArrowBatches, true);
        using JvmObjectReference column = call.Call("apply", ScalaSeq.Of(rows.Columns().Select(rows.Col)));
        using JvmObjectReference expression = column.Call("expr");
        return rows.Reference.Call("pythonMapInArrow", expression, false);
    }

    /// <summary>What starts this program without naming a runtime: the executable beside its assembly.</summary>
    private static string Executable
    {
        get
        {
            string program = Assembly.GetEntryAssembly()?.Location is { Length: > 0 } assembly ? Path.ChangeExtension(assembly, null) : Environment.ProcessPath!;
            return File.Exists(program) ? program : throw new InvalidOperationException(
                $"There is no {program}: executors start this program by it. Build it with UseAppHost, or keep the executable beside its assembly.");
        }
    }

    // .../dotnet/shared/Microsoft.NETCore.App/10.0.1/ is where this process has its runtime from.
    private static string RuntimeFolder => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
