using System.Text.Json;

namespace Microsoft.Spark.Worker;

/// <summary>What an executor is told to run; Spark carries it from the driver to the worker unread.</summary>
/// <param name="Function">The function's type, with its assembly.</param>
/// <param name="State">The function's properties.</param>
/// <param name="Schema">Columns of the rows, as Spark's JSON.</param>
internal sealed record FunctionCommand(string Function, JsonElement State, string Schema)
{
    public static byte[] ToBytes(object function, string schema) => JsonSerializer.SerializeToUtf8Bytes(
        new FunctionCommand(function.GetType().AssemblyQualifiedName!, JsonSerializer.SerializeToElement(function, function.GetType()), schema));

    /// <exception cref="JsonException">The bytes are no command.</exception>
    public static FunctionCommand Of(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<FunctionCommand>(bytes) ?? throw new JsonException("Spark sent no function to run.");

    /// <summary>The function as it was on the driver.</summary>
    /// <exception cref="InvalidOperationException">This program is another than the driver's.</exception>
    public object Create()
    {
        Type type = Type.GetType(Function) ?? throw new InvalidOperationException(
            $"The program on the executor has no type {Function}: the same build must lie at the same path on every machine.");
        return State.Deserialize(type) ?? throw new JsonException($"{Function} came without its state.");
    }
}
