namespace SpecialDelivery.Producer.Commands;

/// <summary>Where records go.</summary>
/// <param name="Place">The kind of place.</param>
/// <param name="Path">The file of <see cref="TargetPlace.File"/>, else null.</param>
internal sealed record Target(TargetPlace Place, string? Path = null)
{
    private const string FilePrefix = "file:";

    /// <summary>Reads a target.</summary>
    /// <param name="text"><c>kafka</c>, <c>file:PATH</c> or <c>-</c>.</param>
    /// <returns>The target, null for anything else.</returns>
    public static Target? Parse(string text) => text switch
    {
        "kafka" => new(TargetPlace.Kafka),
        "-" => new(TargetPlace.StandardOutput),
        _ when text.StartsWith(FilePrefix, StringComparison.Ordinal) && text.Length > FilePrefix.Length => new(TargetPlace.File, text[FilePrefix.Length..]),
        _ => null,
    };

    /// <summary>The target as it is typed.</summary>
    /// <returns>What <see cref="Parse"/> reads.</returns>
    public override string ToString() => Place switch
    {
        TargetPlace.Kafka => "kafka",
        TargetPlace.File => FilePrefix + Path,
        _ => "-",
    };
}
