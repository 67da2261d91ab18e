using System.Runtime.InteropServices;

namespace SpecialDelivery.Engine.Machine;

/// <summary>The two packages of the system that the project needs: the Redis server and the library under the Kafka client.</summary>
public static class SystemPackages
{
    /// <summary>What to type where the engine may not install them itself.</summary>
    public const string Cure = "apt-get install -y --no-install-recommends redis-server librdkafka1";

    private const string KafkaLibrary = "librdkafka.so.1";

    /// <summary>Names of the packages that are not there.</summary>
    public static IReadOnlyList<string> Missing()
    {
        List<string> missing = [];
        if (PathProgram.Find("redis-server") is null)
        {
            missing.Add("redis-server");
        }

        if (KafkaLibraryVersion() is null)
        {
            missing.Add("librdkafka1");
        }

        return missing;
    }

    /// <summary>The version of the library under the Kafka client; null when it cannot be loaded.</summary>
    internal static unsafe string? KafkaLibraryVersion()
    {
        if (!NativeLibrary.TryLoad(KafkaLibrary, out nint library))
        {
            return null;
        }

        try
        {
            delegate* unmanaged<byte*> version = (delegate* unmanaged<byte*>)NativeLibrary.GetExport(library, "rd_kafka_version_str");
            return Marshal.PtrToStringUTF8((nint)version());
        }
        finally
        {
            NativeLibrary.Free(library);
        }
    }

    /// <summary>Installs what is missing when this process is root on Debian or Ubuntu.</summary>
    /// <exception cref="EngineException">It may not, or the installation failed: holds the line to type.</exception>
    public static async Task EnsureAsync(IProgress<EngineProgress> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(progress);
        IReadOnlyList<string> missing = Missing();
        if (missing.Count == 0)
        {
            return;
        }

        string names = string.Join(" and ", missing);
        if (!Environment.IsPrivilegedProcess || PathProgram.Find("apt-get") is not { } apt)
        {
            string sudo = Environment.IsPrivilegedProcess ? "" : "sudo ";
            throw new EngineException($"{names} must be installed first. Type: {sudo}{Cure}");
        }

        progress.Report(new EngineProgress("system", $"installing {names} with apt-get"));
        using ServiceStartBlock noServices = new();
        await AptAsync(apt, ["update"], cancel).ConfigureAwait(false);
        await AptAsync(apt, ["install", "-y", "--no-install-recommends", .. missing], cancel).ConfigureAwait(false);
        if (Missing() is { Count: > 0 } still)
        {
            throw new EngineException($"apt-get reported success, but {string.Join(" and ", still)} cannot be found.");
        }
    }

    private static async Task AptAsync(FileInfo apt, string[] arguments, CancellationToken cancel)
    {
        string[] all = ["-q", "-o", "DPkg::Lock::Timeout=300", .. arguments];
        Dictionary<string, string?> quietly = new() { ["DEBIAN_FRONTEND"] = "noninteractive" };
        (int exitCode, string output) = await Shell.RunAsync(apt.FullName, all, quietly, cancel).ConfigureAwait(false);
        if (exitCode != 0)
        {
            string end = string.Join(Environment.NewLine, output.Trim().Split('\n').TakeLast(10));
            throw new EngineException($"'apt-get {string.Join(' ', arguments)}' ended with code {exitCode}:{Environment.NewLine}{end}");
        }
    }
}
