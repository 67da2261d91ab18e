namespace SpecialDelivery.Core.Matching;

/// <summary>The cheapest candidates among those offered, in one order: cost, then departure, then place in the topic.</summary>
/// <remarks>The same order as the search on Spark has, so that both keep the same trips where many cost the same.</remarks>
/// <param name="most">How many are kept.</param>
/// <param name="assignment">What makes a trip cheap.</param>
internal sealed class CheapestCandidates(int most, IAssignment assignment)
{
    private readonly List<(double Cost, Candidate Candidate)> _found = new(most + 1);

    /// <summary>Costs above this are of no interest any more, metres.</summary>
    public double LimitMetres { get; private set; } = double.MaxValue;

    /// <summary>What is kept, cheapest first.</summary>
    public IReadOnlyList<Candidate> Candidates => [.. _found.Select(found => found.Candidate)];

    /// <summary>Keeps a candidate if it is among the cheapest.</summary>
    /// <param name="candidate">The candidate, offered once.</param>
    public void Offer(in Candidate candidate)
    {
        double cost = assignment.CostMetres(candidate.PickupMetres, candidate.DropoffMetres);
        int place = _found.Count;
        while (place > 0 && IsBefore(cost, candidate, _found[place - 1]))
        {
            place--;
        }

        if (place < most)
        {
            _found.Insert(place, (cost, candidate));
            if (_found.Count > most)
            {
                _found.RemoveAt(most);
            }

            LimitMetres = _found.Count == most ? _found[^1].Cost : double.MaxValue;
        }
    }

    private static bool IsBefore(double cost, in Candidate candidate, in (double Cost, Candidate Candidate) other)
    {
        int order = cost.CompareTo(other.Cost);
        order = order != 0 ? order : candidate.Trip.Trip.LeavesAt.CompareTo(other.Candidate.Trip.Trip.LeavesAt);
        order = order != 0 ? order : candidate.Trip.Handle.CompareTo(other.Candidate.Trip.Handle);
        return order < 0;
    }
}
