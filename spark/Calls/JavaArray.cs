using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Calls;

// A Java array, for the repeated parameters of Spark's Java API.
internal sealed record JavaArray(string ComponentClass, IReadOnlyList<object?> Items) : JvmArgument
{
    public bool Equals(JavaArray? other) =>
        other is not null && ComponentClass == other.ComponentClass && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => HashCode.Combine(ComponentClass, Items.Count);

    internal static JavaArray Of(params string[] items) => new("java.lang.String", items);

    internal static JavaArray Of(params Column[] items) => new("org.apache.spark.sql.Column", items);

    internal override JvmObjectReference Make(JvmBridge bridge) => bridge.NewArray(ComponentClass, Items);
}
