namespace SpecialDelivery.Engine;

/// <summary>What lies where under the engine's home.</summary>
/// <param name="Parts">The unpacked JVM parts, a folder per version.</param>
/// <param name="Data">A folder per server.</param>
/// <param name="Logs">A file per server.</param>
internal sealed record EngineFolders(DirectoryInfo Parts, DirectoryInfo Data, DirectoryInfo Logs)
{
    /// <summary>The folders of a lasting engine.</summary>
    public static EngineFolders Of(DirectoryInfo home) => new(Under(home, "engine"), Under(home, "data"), Under(home, "logs"));

    /// <summary>The folders of a passing engine, which shares only the parts with the lasting one.</summary>
    public EngineFolders WithDataIn(DirectoryInfo folder) => new(Parts, Under(folder, "data"), Under(folder, "logs"));

    /// <summary>The data folder of one server; it may not exist yet.</summary>
    public DirectoryInfo DataOf(string server) => Under(Data, server);

    /// <summary>The log of one server.</summary>
    public FileInfo LogOf(string server) => new(Path.Combine(Logs.FullName, server + ".log"));

    private static DirectoryInfo Under(DirectoryInfo folder, string name) => new(Path.Combine(folder.FullName, name));
}
