namespace SpecialDelivery.Platform.Redis;

/// <summary>A field of hash <c>packages</c>: the trip that carries the package.</summary>
/// <param name="Trip">Trip id.</param>
/// <param name="Fence">The claim's token.</param>
/// <param name="Space">Room taken.</param>
/// <param name="Micrometres">Detour charged.</param>
public readonly record struct StoredClaim(string Trip, long Fence, int Space, long Micrometres)
{
    /// <summary>Value of a field whose package has ended or whose trip was withdrawn.</summary>
    internal const string Gone = "!";

    /// <summary>Reads a field.</summary>
    /// <returns>Null when no trip carries the package.</returns>
    internal static StoredClaim? Parse(string? field)
    {
        if (field is null or Gone)
        {
            return null;
        }

        string[] parts = field.Split(' ');
        return new StoredClaim(parts[0], long.Parse(parts[1]), int.Parse(parts[2]), long.Parse(parts[3]));
    }

    /// <summary>The field.</summary>
    public override string ToString() => $"{Trip} {Fence} {Space} {Micrometres}";
}
