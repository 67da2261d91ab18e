using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Calls;

// The four ways a wrapper calls the JVM: for an object, for a value, for a list of objects, or for the effect alone.
internal static class JvmCalls
{
    internal static JvmObjectReference Call(this JvmObjectReference target, string method, params object?[] args) =>
        (JvmObjectReference)target.Send(method, args)!;

    internal static T Get<T>(this JvmObjectReference target, string method, params object?[] args) =>
        (T)target.Send(method, args)!;

    // Java builders return themselves under a new name each time: what comes back is released at once.
    internal static void Do(this JvmObjectReference target, string method, params object?[] args) =>
        (target.Send(method, args) as IDisposable)?.Dispose();

    internal static JvmObjectReference CallStatic(this IJvmBridge jvm, string className, string method, params object?[] args) =>
        (JvmObjectReference)jvm.WithArguments(args, ready => jvm.CallStaticJavaMethod(className, method, ready))!;

    internal static void DoStatic(this IJvmBridge jvm, string className, string method, params object?[] args) =>
        (jvm.WithArguments(args, ready => jvm.CallStaticJavaMethod(className, method, ready)) as IDisposable)?.Dispose();

    // The value of a one-step path such as schema().json(), the object in the middle released.
    internal static T GetThrough<T>(this JvmObjectReference target, string through, string method)
    {
        using JvmObjectReference middle = target.Call(through);
        return middle.Get<T>(method);
    }

    // The content of a Scala Option, or null when it is empty.
    internal static object? GetOption(this JvmObjectReference target, string method)
    {
        using JvmObjectReference option = target.Call(method);
        return option.Get<bool>("isDefined") ? option.Invoke("get") : null;
    }

    private static object? Send(this JvmObjectReference target, string method, object?[] args) =>
        target.Jvm.WithArguments(args, ready => target.Jvm.CallNonStaticJavaMethod(target, method, ready));

    private static object? WithArguments(this IJvmBridge jvm, object?[] args, Func<object?[], object?> call)
    {
        object?[] ready = Array.ConvertAll(args, ToJvm);
        if (jvm is not JvmBridge bridge || !Array.Exists(ready, arg => arg is JvmArgument))
        {
            return call(ready);
        }

        List<JvmObjectReference> made = [];
        try
        {
            for (int i = 0; i < ready.Length; i++)
            {
                if (ready[i] is JvmArgument argument)
                {
                    made.Add(argument.Make(bridge));
                    ready[i] = made[^1];
                }
            }

            return call(ready);
        }
        finally
        {
            made.ForEach(reference => reference.Dispose());
        }
    }

    // References are asked for here, before the call begins: a wrapper may have to make its object first.
    private static object? ToJvm(object? arg) => arg switch
    {
        IJvmObjectReferenceProvider provider => provider.Reference,
        Timestamp timestamp => new JavaInstant(timestamp.EpochMicros),
        DateTime time => new JavaInstant(new Timestamp(time).EpochMicros),
        DateTimeOffset time => new JavaInstant(new Timestamp(time.UtcDateTime).EpochMicros),
        Date date => new JavaLocalDate(date.EpochDays),
        DateOnly day => new JavaLocalDate(day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber),
        _ => arg,
    };
}
