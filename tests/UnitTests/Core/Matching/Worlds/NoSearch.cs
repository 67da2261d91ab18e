using SpecialDelivery.Core.Matching;

namespace UnitTests.Core.Matching.Worlds;

/// <summary>Small worlds are searched in the book.</summary>
internal sealed class NoSearch : ICandidateSearch
{
    public Task<IReadOnlyList<Candidate>> FindAsync(IReadOnlyList<WaitingPackage> packages, double limitMetres, CancellationToken cancel) =>
        throw new InvalidOperationException("A small world is searched in the book.");
}
