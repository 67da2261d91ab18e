namespace SpecialDelivery.Engine.Machine;

/// <summary>Programs that the system can find by name.</summary>
internal static class PathProgram
{
    private static readonly string[] SystemFolders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

    /// <summary>Where a program is; the system's own folders count even when the path leaves them out, as it does for sbin.</summary>
    public static FileInfo? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(SystemFolders)
            .Select(folder => new FileInfo(Path.Combine(folder, name)))
            .FirstOrDefault(file => file.Exists);
}
