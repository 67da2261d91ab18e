namespace SpecialDelivery.Core.Matching;

/// <summary>Finds the trips near packages: on Spark in the job, by brute force in tests.</summary>
public interface ICandidateSearch
{
    /// <summary>The cheapest open trips that fit each package as the book stands now.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="limitMetres">Highest cost of a candidate, in the policy's measure; infinity for all within the radius.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <returns>Per package at most the settings' number of candidates, the cheapest ones: a package with fewer has no others up to the limit.</returns>
    Task<IReadOnlyList<Candidate>> FindAsync(IReadOnlyList<WaitingPackage> packages, double limitMetres, CancellationToken cancel);
}
