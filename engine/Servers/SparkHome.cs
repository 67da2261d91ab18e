using SpecialDelivery.Engine.Offline;

namespace SpecialDelivery.Engine.Servers;

/// <summary>A folder that Spark accepts as its home: the jars of the part and the start scripts of this assembly.</summary>
internal static class SparkHome
{
    private static readonly string[] Scripts = ["spark-class", "spark-submit"];

    /// <summary>Unpacks the part if need be and brings the scripts up to date.</summary>
    public static async Task<DirectoryInfo> EnsureAsync(EngineParts parts, DirectoryInfo under, IProgress<EngineProgress> progress, CancellationToken cancel)
    {
        DirectoryInfo home = await PartUnpacker.EnsureAsync(parts[EngineParts.Spark], under, progress, cancel).ConfigureAwait(false);
        DirectoryInfo bin = home.CreateSubdirectory("bin");
        foreach (string script in Scripts)
        {
            string path = Path.Combine(bin.FullName, script);
            string text = EmbeddedText.Read($"spark/bin/{script}");
            if (File.Exists(path) && await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false) == text)
            {
                continue;
            }

            // Moved into place, so that a process which starts Spark meanwhile never reads half a script.
            string next = $"{path}.{Environment.ProcessId}";
            await File.WriteAllTextAsync(next, text, cancel).ConfigureAwait(false);
            File.SetUnixFileMode(next, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            File.Move(next, path, overwrite: true);
        }

        return home;
    }
}
