using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>A trip that has not left yet, and what is left of its room.</summary>
/// <param name="trip">The trip.</param>
/// <param name="handle">A number that stands for it in tables and messages; see <see cref="OrderHandle"/>.</param>
/// <param name="places">Packages it may carry in all.</param>
public sealed class OpenTrip(Trip trip, long handle, int places)
{
    private readonly int _places = places;
    private bool _touched;

    /// <summary>The trip.</summary>
    public Trip Trip { get; } = trip;

    /// <summary>A number that stands for it in tables and messages.</summary>
    public long Handle { get; } = handle;

    /// <summary>Both ends, for fast distances.</summary>
    internal Route Route { get; } = new(trip.Source, trip.Destination);

    /// <summary>Room left.</summary>
    public int SpaceLeft { get; private set; } = trip.Space;

    /// <summary>Added driving left, metres.</summary>
    public double DetourLeftMetres { get; private set; } = trip.DetourMetres;

    /// <summary>Packages it may still take.</summary>
    public int PlacesLeft { get; private set; } = places;

    /// <summary>Whether it was withdrawn: it takes no more packages.</summary>
    public bool IsWithdrawn { get; private set; }

    /// <summary>Whether another package could still come aboard.</summary>
    /// <param name="settings">Which limits count.</param>
    /// <returns>False when it is withdrawn, full, or has no detour left.</returns>
    public bool HasRoom(MatchingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return HasRoom(settings, space: OrderLimits.MinSpace, addedMetres: 0);
    }

    /// <summary>Whether a package can come aboard now.</summary>
    /// <param name="settings">Which limits count.</param>
    /// <param name="space">Its room.</param>
    /// <param name="addedMetres">Its added driving.</param>
    /// <returns>True when no limit that counts is passed.</returns>
    internal bool HasRoom(MatchingSettings settings, int space, double addedMetres) =>
        !IsWithdrawn
        && PlacesLeft > 0
        && (!settings.CheckSpace || space <= SpaceLeft)
        && (!settings.CheckDetour || addedMetres <= DetourLeftMetres);

    /// <summary>Closes it for good.</summary>
    internal void Withdraw() => IsWithdrawn = true;

    /// <summary>Asks to be told once when the trip changes; see <see cref="OrderBook.DrainChanges"/>.</summary>
    /// <returns>Whether this is the first change since the last <see cref="Rest"/>.</returns>
    internal bool Touch()
    {
        bool first = !_touched;
        _touched = true;
        return first;
    }

    /// <summary>Forgets that it was touched.</summary>
    internal void Rest() => _touched = false;

    /// <summary>Takes a package aboard.</summary>
    /// <param name="space">Its room.</param>
    /// <param name="addedMetres">Its added driving.</param>
    internal void Take(int space, double addedMetres)
    {
        SpaceLeft -= space;
        DetourLeftMetres -= addedMetres;
        PlacesLeft--;
    }

    /// <summary>Lets a package off.</summary>
    /// <param name="space">Its room.</param>
    /// <param name="addedMetres">Its added driving.</param>
    internal void LetOff(int space, double addedMetres) => (SpaceLeft, DetourLeftMetres, PlacesLeft) =
        (SpaceLeft + space, DetourLeftMetres + addedMetres, PlacesLeft + 1);

    /// <summary>Believes the claim store, which knows other matchers' claims too.</summary>
    /// <param name="spaceUsed">Room used.</param>
    /// <param name="detourUsedMetres">Added driving used.</param>
    /// <param name="packages">Packages carried.</param>
    internal void Agree(int spaceUsed, double detourUsedMetres, int packages) => (SpaceLeft, DetourLeftMetres, PlacesLeft) =
        (Trip.Space - spaceUsed, Trip.DetourMetres - detourUsedMetres, _places - packages);
}
