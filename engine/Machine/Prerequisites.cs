using System.Runtime.InteropServices;
using SpecialDelivery.Engine.Offline;

namespace SpecialDelivery.Engine.Machine;

/// <summary>Everything the project needs from the machine, looked at without changing anything.</summary>
public static class Prerequisites
{
    private const int DotnetMajor = 10;
    private const long LeastMemoryBytes = 6L << 30;
    private const long LeastDiskBytes = 3L << 30;

    /// <summary>Looks at all of them.</summary>
    /// <param name="settings">The home, whose disk must have room.</param>
    /// <param name="root">The clone.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<Prerequisite>> CheckAsync(EngineSettings settings, DirectoryInfo root, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string bash = await FirstLineAsync("bash", ["--version"], cancel).ConfigureAwait(false) ?? "";
        return
        [
            new("Linux", OperatingSystem.IsLinux() ? RuntimeInformation.OSDescription : null, "run it on Linux, or in a container"),
            new($".NET SDK {DotnetMajor}", await DotnetAsync(cancel).ConfigureAwait(false), $"install the .NET SDK {DotnetMajor}.0: https://dot.net"),
            new($"Java {JavaHome.Oldest} to {JavaHome.Newest}", JavaHome.TryFind() is { } java ? $"{java.Version} in {java.Home.FullName}" : null, JavaHome.Cure),
            new("redis-server", await RedisAsync(cancel).ConfigureAwait(false), SystemPackages.Cure + " ('sd up' does it when it is root)"),
            new("librdkafka", SystemPackages.KafkaLibraryVersion(), SystemPackages.Cure + " ('sd up' does it when it is root)"),
            new("setsid, setpriv", PathProgram.Find("setsid") is { } setsid && PathProgram.Find("setpriv") is not null ? setsid.DirectoryName : null, "apt-get install util-linux"),
            new("bash", bash.Length > 0 ? bash : null, "apt-get install bash"),
            new("JVM parts", Parts(root), "'git status' shows what the clone lacks; 'sd engine verify' says more"),
            new("memory", Enough(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, LeastMemoryBytes), $"{LeastMemoryBytes >> 30} GiB are needed; smaller heaps: {EngineVariables.KafkaHeap}, {EngineVariables.ElasticsearchHeap}"),
            new("disk", Enough(FreeDisk(settings.Home), LeastDiskBytes), $"free {LeastDiskBytes >> 30} GiB, or set {EngineVariables.Home} to a folder on another disk"),
        ];
    }

    private static async Task<string?> DotnetAsync(CancellationToken cancel)
    {
        string? version = await FirstLineAsync("dotnet", ["--version"], cancel).ConfigureAwait(false);
        return JavaHome.MajorOf(version ?? "") >= DotnetMajor ? version : null;
    }

    private static async Task<string?> RedisAsync(CancellationToken cancel) =>
        PathProgram.Find("redis-server") is { } redis ? await FirstLineAsync(redis.FullName, ["--version"], cancel).ConfigureAwait(false) : null;

    private static string? Parts(DirectoryInfo root)
    {
        try
        {
            IReadOnlyCollection<EnginePart> parts = EngineParts.In(EngineParts.FolderIn(root)).All;
            return parts.Count > 0 && parts.All(part => part.Archive.Exists) ? string.Join(", ", parts.Select(part => part.FullName).Order()) : null;
        }
        catch (EngineException)
        {
            return null; // the cure says what to do
        }
    }

    private static long FreeDisk(DirectoryInfo home)
    {
        DirectoryInfo existing = home;
        while (!existing.Exists)
        {
            existing = existing.Parent!;
        }

        return new DriveInfo(existing.FullName).AvailableFreeSpace;
    }

    private static string? Enough(long bytes, long least) => bytes >= least ? $"{bytes / (double)(1L << 30):0.0} GiB" : null;

    private static async Task<string?> FirstLineAsync(string program, string[] arguments, CancellationToken cancel)
    {
        if (PathProgram.Find(Path.GetFileName(program)) is null)
        {
            return null;
        }

        (int exitCode, string output) = await Shell.RunAsync(program, arguments, null, cancel).ConfigureAwait(false);
        return exitCode == 0 ? output.Split('\n')[0].Trim() : null;
    }
}
