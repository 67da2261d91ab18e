using System.Buffers.Binary;
using System.Text;

namespace Microsoft.Spark.Interop.Launch;

/// <summary>Where a JVM's gateway listens and what opens it.</summary>
internal readonly record struct ConnectionInfo(int Port, string Secret)
{
    /// <summary>Reads Spark's form: int32 port, int32 length, secret; big endian.</summary>
    /// <exception cref="GatewayException">The bytes end early.</exception>
    public static ConnectionInfo Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || BinaryPrimitives.ReadInt32BigEndian(bytes[4..]) != bytes.Length - 8)
        {
            throw new GatewayException($"The JVM left {bytes.Length} bytes that are no connection information. Spark 3.5 is expected in SPARK_HOME.");
        }

        return new ConnectionInfo(BinaryPrimitives.ReadInt32BigEndian(bytes), Encoding.UTF8.GetString(bytes[8..]));
    }
}
