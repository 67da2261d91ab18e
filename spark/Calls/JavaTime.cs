using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Calls;

// An instant. java.time.Instant and not java.sql.Timestamp: no time zone takes part in making one.
internal sealed record JavaInstant(long EpochMicros) : JvmArgument
{
    private const long MicrosPerSecond = 1_000_000;

    internal override JvmObjectReference Make(JvmBridge bridge)
    {
        (long seconds, long micros) = Math.DivRem(EpochMicros, MicrosPerSecond);
        return (JvmObjectReference)bridge.CallStaticJavaMethod("java.time.Instant", "ofEpochSecond", seconds, micros * 1000)!;
    }
}

// A calendar day.
internal sealed record JavaLocalDate(long EpochDays) : JvmArgument
{
    internal override JvmObjectReference Make(JvmBridge bridge) =>
        (JvmObjectReference)bridge.CallStaticJavaMethod("java.time.LocalDate", "ofEpochDay", EpochDays)!;
}
