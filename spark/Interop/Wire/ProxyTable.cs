using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Interop.Wire;

/// <summary>The C# objects Java may call, until Java's garbage collector says that it has forgotten them.</summary>
internal sealed class ProxyTable
{
    private const int IdBytes = 16;

    private readonly ConcurrentDictionary<string, IJvmCallback> _targets = new();

    public int Count => _targets.Count;

    public JvmProxy Add(IJvmCallback target, IReadOnlyList<string> interfaces)
    {
        JvmProxy proxy = new($"p{RandomNumberGenerator.GetHexString(2 * IdBytes, lowercase: true)}", interfaces);
        _targets[proxy.Id] = target;
        return proxy;
    }

    public void Remove(string id) => _targets.TryRemove(id, out _);

    public object? Invoke(string id, string method, object?[] arguments)
    {
        if (!_targets.TryGetValue(id, out IJvmCallback? target))
        {
            throw new GatewayException($"No callback of this program has the id {id}.");
        }

        return (method, arguments.Length) switch
        {
            ("toString", 0) => target.ToString(),
            ("hashCode", 0) => id.GetHashCode(StringComparison.Ordinal),
            ("equals", 1) => false, // Java's side of a proxy compares itself; another object is never this one
            _ => target.Invoke(method, arguments),
        };
    }
}
