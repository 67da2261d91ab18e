namespace SpecialDelivery.Engine.Processes;

/// <summary>How to start one server.</summary>
/// <param name="Name">What people call it; also the name of its log.</param>
/// <param name="FileName">The program, a path or a name on the path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="WorkingFolder">Where it runs.</param>
/// <param name="Log">Receives its output; an older one is kept as <c>.1</c>.</param>
internal sealed record ServerCommand(string Name, string FileName, IReadOnlyList<string> Arguments, DirectoryInfo WorkingFolder, FileInfo Log)
{
    /// <summary>Variables set, or with null unset, on top of the starter's.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>How long it may take to answer.</summary>
    public TimeSpan StartsWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long it may take to stop when asked, before it is killed.</summary>
    public TimeSpan StopsWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A folder to remove when the starter of a bound server was killed.</summary>
    public DirectoryInfo? RemoveWhenOrphaned { get; init; }
}
