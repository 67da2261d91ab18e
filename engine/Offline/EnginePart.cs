namespace SpecialDelivery.Engine.Offline;

/// <summary>One JVM part as it travels with the repository.</summary>
/// <param name="Name">Such as <c>kafka</c>.</param>
/// <param name="Version">Such as <c>4.3.1</c>.</param>
/// <param name="Archive">The archive.</param>
/// <param name="Sha256">What its bytes must hash to, in lower-case hexadecimal.</param>
public sealed record EnginePart(string Name, string Version, FileInfo Archive, string Sha256)
{
    /// <summary>Name and version together: the name of the archive without its ending, and of the unpacked folder.</summary>
    public string FullName => $"{Name}-{Version}";
}
