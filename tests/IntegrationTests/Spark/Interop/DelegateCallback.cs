using Microsoft.Spark.Interop.Ipc;

namespace IntegrationTests.Spark.Interop;

/// <summary>A callback that is one function.</summary>
internal sealed class DelegateCallback(Func<object?[], object?> function) : IJvmCallback
{
    public DelegateCallback(Action action)
        : this(_ =>
        {
            action();
            return null;
        })
    {
    }

    public object? Invoke(string method, object?[] args) => function(args);
}
