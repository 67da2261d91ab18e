using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Extensions;

// Turns Spark's events into those of a listener.
internal sealed class QueryListenerCallback(StreamingQueryListener listener) : IJvmCallback
{
    public object? Invoke(string method, object?[] args)
    {
        JvmObjectReference happened = (JvmObjectReference)args[0]!;
        switch (method)
        {
            case "onQueryStarted":
                listener.OnQueryStarted(new(Id(happened, "id"), Id(happened, "runId"), happened.Get<string?>("name")));
                break;
            case "onQueryProgress":
                listener.OnQueryProgress(StreamingQueryExtensions.Read(happened.Call("progress")));
                break;
            case "onQueryIdle":
                listener.OnQueryIdle(new(Id(happened, "id"), Id(happened, "runId")));
                break;
            case "onQueryTerminated":
                listener.OnQueryTerminated(
                    new(Id(happened, "id"), Id(happened, "runId"), (string?)happened.GetOption("exception")));
                break;
            default:
                throw new NotSupportedException($"A streaming query listener has no method {method}.");
        }

        return null;
    }

    private static Guid Id(JvmObjectReference happened, string name) => Guid.Parse(happened.GetThrough<string>(name, "toString"));
}
