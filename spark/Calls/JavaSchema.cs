using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Calls;

// A StructType of the JVM.
internal sealed record JavaSchema(string Json) : JvmArgument
{
    internal static JavaSchema Of(StructType schema) => new(schema.Json);

    internal override JvmObjectReference Make(JvmBridge bridge) =>
        (JvmObjectReference)bridge.CallStaticJavaMethod("org.apache.spark.sql.types.DataType", "fromJson", Json)!;
}
