using SpecialDelivery.Core.Claims;

namespace SpecialDelivery.Platform.Redis;

/// <summary>A field of hash <c>trips</c>: what a trip carries.</summary>
/// <param name="Space">Room in use.</param>
/// <param name="Micrometres">Detour in use.</param>
/// <param name="Packages">Packages carried.</param>
/// <param name="Withdrawn">Whether it takes no more.</param>
internal readonly record struct TripUsage(int Space, long Micrometres, int Packages, bool Withdrawn = false)
{
    /// <summary>Reads a field; a trip without one carries nothing.</summary>
    public static TripUsage Parse(string? field)
    {
        if (field is null or PackageClaim.Gone)
        {
            return new TripUsage(0, 0, 0, Withdrawn: field is not null);
        }

        string[] parts = field.Split(' ');
        return new TripUsage(int.Parse(parts[0]), long.Parse(parts[1]), int.Parse(parts[2]));
    }

    /// <summary>The trip with one more package.</summary>
    public TripUsage With(in ClaimRequest wish) =>
        new(Space + wish.Space, Micrometres + ClaimText.Micrometres(wish.AddedMetres), Packages + 1, Withdrawn);

    /// <summary>An answer to a wish for this trip.</summary>
    public ClaimResult Answer(ClaimOutcome outcome, string? holder, long fence) =>
        new(outcome, holder, fence, Space, ClaimText.Metres(Micrometres), Packages);

    /// <summary>The field.</summary>
    public override string ToString() => Withdrawn ? PackageClaim.Gone : $"{Space} {Micrometres} {Packages}";
}
