using System.Collections.Concurrent;
using System.Text;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Interop.Wire;

/// <summary>Lets the JVM forget objects nobody refers to any more, on a thread of its own: finalizers may only enqueue.</summary>
internal sealed class ReferenceReleaser : IDisposable
{
    private const int FewAtOnce = 8;
    private const int MostAtOnce = 8192;
    private const int FirstCollection = 4096;
    private const int ManyLive = 50_000;

    private readonly JvmBridge _bridge;
    private readonly BlockingCollection<string> _forgotten = [];
    private int _live;
    private int _collectAt = FirstCollection;

    public ReferenceReleaser(JvmBridge bridge)
    {
        _bridge = bridge;
        new Thread(ReleaseAll) { IsBackground = true, Name = "spark-release" }.Start();
    }

    /// <summary>References made and not yet released.</summary>
    public int Live => Volatile.Read(ref _live);

    /// <summary>Counts a new reference.</summary>
    /// <remarks>
    /// A reference is some 50 bytes, so .NET sees no need to collect while the JVM keeps the real objects: collect whenever the
    /// number of live references has doubled.
    /// </remarks>
    public void Created()
    {
        int due = Volatile.Read(ref _collectAt);
        if (Interlocked.Increment(ref _live) < due || Interlocked.CompareExchange(ref _collectAt, int.MaxValue, due) != due)
        {
            return;
        }

        GC.Collect(due > ManyLive ? 2 : 1);
        GC.WaitForPendingFinalizers();
        Volatile.Write(ref _collectAt, Math.Max(FirstCollection, 2 * Live));
    }

    public void Released(string id)
    {
        Interlocked.Decrement(ref _live);
        try
        {
            _forgotten.Add(id);
        }
        catch (InvalidOperationException)
        {
            // The bridge is closed, and with it the JVM's table of objects.
        }
    }

    public void Dispose() => _forgotten.CompleteAdding();

    private void ReleaseAll()
    {
        try
        {
            foreach (string first in _forgotten.GetConsumingEnumerable())
            {
                try
                {
                    Release(first);
                }
                catch (JvmCallException)
                {
                    // Java fails at this only when it is out of memory, which the program's own calls will say better.
                }
            }
        }
        catch (Exception e) when (e is GatewayConnectionException or ObjectDisposedException)
        {
            _forgotten.CompleteAdding(); // no JVM, nothing to release
        }
    }

    private void Release(string first)
    {
        if (_forgotten.Count < FewAtOnce)
        {
            _bridge.Forget(first);
            return;
        }

        // One call each would be a round trip each: hand the JVM one text of ids, split there.
        StringBuilder ids = new(first);
        for (int count = 1; count < MostAtOnce && _forgotten.TryTake(out string? id); count++)
        {
            ids.Append(' ').Append(id);
        }

        _bridge.Forget(ids);
    }
}
