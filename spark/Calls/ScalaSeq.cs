using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Calls;

// A Scala Seq, for methods that have no form with a Java array.
internal sealed record ScalaSeq(IReadOnlyList<object?> Items) : JvmArgument
{
    public bool Equals(ScalaSeq? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Count;

    internal static ScalaSeq Of<T>(IEnumerable<T> items) => new([.. items.Cast<object?>()]);

    internal override JvmObjectReference Make(JvmBridge bridge) => bridge.ToSeq(Items);
}
