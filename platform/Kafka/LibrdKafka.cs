using System.Reflection;
using System.Runtime.InteropServices;
using Confluent.Kafka;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>Binds Confluent.Kafka to the system's librdkafka, since the package that brings its own copy cannot be had everywhere.</summary>
internal static class LibrdKafka
{
    /// <summary>Oldest librdkafka that was tried.</summary>
    private const string Oldest = "2.0.2";

    /// <summary>What a leader epoch is when nobody knows it, as librdkafka itself defines it.</summary>
    private const int NoLeaderEpoch = -1;

    private static readonly Lazy<string> Bound = new(Bind);

    /// <summary>Binds once per process; every type of this folder calls it before it touches Confluent.Kafka.</summary>
    /// <returns>The version of librdkafka in use.</returns>
    /// <exception cref="InvalidOperationException">There is no librdkafka, or none that Confluent.Kafka can work with.</exception>
    public static string Use() => Bound.Value;

    private static string Bind()
    {
        Assembly client = typeof(Library).Assembly;
        nint library = Load();
        NativeLibrary.SetDllImportResolver(client, (name, _, _) => name.StartsWith("librdkafka", StringComparison.Ordinal) ? library : 0);

        string version = Library.VersionString;
        if (!Version.TryParse(version.Split('-')[0], out Version? found) || found < Version.Parse(Oldest))
        {
            throw new InvalidOperationException($"librdkafka is {version}; {Oldest} is the oldest that works: install a newer librdkafka1.");
        }

        FillLeaderEpochs(client, library);
        return version;
    }

    private static nint Load()
    {
        foreach (string name in (string[])["librdkafka.so.1", "librdkafka.1.dylib", "librdkafka"])
        {
            if (NativeLibrary.TryLoad(name, out nint library))
            {
                return library;
            }
        }

        throw new InvalidOperationException("librdkafka was not found on this machine: on Debian or Ubuntu run 'apt-get install librdkafka1'.");
    }

    /// <summary>Leader epochs came with librdkafka 2.1; Confluent.Kafka asks for them in each Consume and Commit. An older library has none to tell, so we answer "unknown" in its place.</summary>
    private static void FillLeaderEpochs(Assembly client, nint library)
    {
        Type calls = client.GetType("Confluent.Kafka.Impl.Librdkafka", throwOnError: true)!;
        Fill("message_leader_epoch", static (nint _) => NoLeaderEpoch);
        Fill("topic_partition_get_leader_epoch", static (nint _) => NoLeaderEpoch);
        Fill("topic_partition_set_leader_epoch", static (nint _, int _) => { });

        void Fill(string name, Delegate unknown)
        {
            if (NativeLibrary.TryGetExport(library, $"rd_kafka_{name}", out _))
            {
                return;
            }

            FieldInfo call = calls.GetField($"_{name}", BindingFlags.Static | BindingFlags.NonPublic) ?? throw new InvalidOperationException(
                $"This librdkafka lacks rd_kafka_{name}, and Confluent.Kafka {client.GetName().Version} keeps that call where it cannot be replaced: install librdkafka 2.1 or later.");
            call.SetValue(null, Delegate.CreateDelegate(call.FieldType, unknown.Target, unknown.Method));
        }
    }
}
