using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Extensions;

/// <summary>Hears what the streaming queries of a session do. Override what is of interest; Spark calls on a thread of its own.</summary>
/// <remarks>Calls come a little after the fact, in order, one at a time. Spark logs what a listener throws and goes on.</remarks>
public abstract class StreamingQueryListener
{
    private const string JavaInterface = "org.apache.spark.sql.streaming.PythonStreamingQueryListener";

    // What Spark knows this listener by, while it is added to a session.
    private JvmObjectReference? _registration;

    /// <summary>A query started.</summary>
    public virtual void OnQueryStarted(QueryStartedEvent started)
    {
    }

    /// <summary>A batch ended.</summary>
    public virtual void OnQueryProgress(StreamingQueryProgress progress)
    {
    }

    /// <summary>A query found nothing to do.</summary>
    public virtual void OnQueryIdle(QueryIdleEvent idle)
    {
    }

    /// <summary>A query ended.</summary>
    public virtual void OnQueryTerminated(QueryTerminatedEvent terminated)
    {
    }

    internal void AddTo(JvmObjectReference streams)
    {
        if (_registration is not null)
        {
            throw new InvalidOperationException("This listener is already added to a session; remove it first.");
        }

        JvmProxy proxy = streams.Bridge.CreateProxy(new QueryListenerCallback(this), JavaInterface);
        _registration = streams.Jvm.CallConstructor(JavaInterface + "Wrapper", proxy);
        streams.Do("addListener", _registration);
    }

    internal void RemoveFrom(JvmObjectReference streams)
    {
        if (_registration is null)
        {
            throw new InvalidOperationException("This listener is not added to any session.");
        }

        streams.Do("removeListener", _registration);
        _registration.Dispose();
        _registration = null;
    }
}
