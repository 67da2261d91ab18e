using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Calls;

// An argument that must first become an object of the JVM: made for one call and released after it. A bridge other than the
// real one (a test's) sees the argument itself, which compares by value.
internal abstract record JvmArgument
{
    internal abstract JvmObjectReference Make(JvmBridge bridge);
}
