using SpecialDelivery.Core.Claims;

namespace SpecialDelivery.Platform.Redis;

/// <summary>A field of hash <c>trips</c>: what a trip carries.</summary>
/// <param name="Space">Room in use.</param>
/// <param name="Micrometres">Detour in use.</param>
/// <param name="Packages">Packages carried.</param>
/// <param name="Withdrawn">Whether it takes no more.</param>
public readonly record struct StoredUsage(int Space, long Micrometres, int Packages, bool Withdrawn = false)
{
    /// <summary>Reads a field; a trip without one carries nothing.</summary>
    internal static StoredUsage Parse(string? field)
    {
        if (field is null or StoredClaim.Gone)
        {
            return new StoredUsage(0, 0, 0, Withdrawn: field is not null);
        }

        string[] parts = field.Split(' ');
        return new StoredUsage(int.Parse(parts[0]), long.Parse(parts[1]), int.Parse(parts[2]));
    }

    /// <summary>The trip with one more package.</summary>
    internal StoredUsage With(in ClaimRequest wish) =>
        new(Space + wish.Space, Micrometres + ClaimText.Micrometres(wish.AddedMetres), Packages + 1, Withdrawn);

    /// <summary>An answer to a wish for this trip.</summary>
    internal ClaimResult Answer(ClaimOutcome outcome, string? holder, long fence) =>
        new(outcome, holder, fence, Space, ClaimText.Metres(Micrometres), Packages);

    /// <summary>The field.</summary>
    public override string ToString() => Withdrawn ? StoredClaim.Gone : $"{Space} {Micrometres} {Packages}";
}
