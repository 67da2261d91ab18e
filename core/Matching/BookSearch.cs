using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>Looks for trips in the book itself, over the whole radius.</summary>
/// <remarks>One serves a batch: trips that come later are not found.</remarks>
/// <param name="book">The book.</param>
/// <param name="assignment">What makes a trip cheap.</param>
/// <param name="settings">Rules and limits.</param>
internal sealed class BookSearch(OrderBook book, IAssignment assignment, MatchingSettings settings)
{
    private readonly TripTree _tree = new(book.OpenTrips.Where(trip => trip.HasRoom(settings)), assignment, settings);

    /// <summary>The cheapest open trips that fit each package as the book stands now.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <returns>Per package at most the settings' number of candidates, the cheapest ones, in any order.</returns>
    public IReadOnlyList<Candidate> Find(IReadOnlyList<WaitingPackage> packages, CancellationToken cancel) =>
        [
            .. packages.AsParallel().WithCancellation(cancel)
                .OrderBy(_tree.Neighbourhood) // neighbours after each other find in the processor's cache what the one before them fetched
                .SelectMany(_tree.Cheapest),
        ];

    /// <summary>The cheapest trips of one package.</summary>
    /// <param name="package">The package.</param>
    /// <returns>At most the settings' number of candidates, cheapest first.</returns>
    public IReadOnlyList<Candidate> Find(WaitingPackage package) => _tree.Cheapest(package);
}
