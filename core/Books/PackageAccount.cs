using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Books;

/// <summary>All that the topics say about one package id, repetitions left out.</summary>
/// <remarks>Arrays that grow by one: nearly every package has one claim and one match, and there may be a million packages.</remarks>
internal sealed class PackageAccount(string id)
{
    private LedgerEntry[] _ledger = [];
    private MatchEntry[] _matches = [];

    public string Id { get; } = id;

    /// <summary>The package as first posted; null while only the results name it.</summary>
    public Package? Package { get; set; }

    /// <summary>When it was first sent, unix milliseconds; null when the record does not tell.</summary>
    public long? SentAt { get; set; }

    /// <summary>Whether a tombstone followed it.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>Whether topic <c>unmatched</c> ever said that it waits.</summary>
    public bool IsKnownToWait { get; private set; }

    /// <summary>The end that topic <c>unmatched</c> tells.</summary>
    public UnmatchedReason? UnmatchedEnd { get; private set; }

    /// <summary>Its steps in the order of the ledger.</summary>
    public ReadOnlySpan<LedgerEntry> Ledger => _ledger;

    /// <summary>Its matches.</summary>
    public ReadOnlySpan<MatchEntry> Matches => _matches;

    /// <summary>Adds a step.</summary>
    /// <returns>The entry that tells of the same step, when there is one already.</returns>
    /// <remarks>
    /// A batch that was cut off may have written a claim, but not yet the end that made room for it. Its repetition writes both, so a claim
    /// counts from its last record and an end from its first: whatever order the two were kept in, room that was free then is free here.
    /// </remarks>
    public LedgerEntry? Add(in LedgerEntry entry)
    {
        for (int i = 0; i < _ledger.Length; i++)
        {
            LedgerEntry known = _ledger[i];
            if (known.IsSameStep(entry))
            {
                _ledger[i] = known.State is ClaimState.Claimed ? known with { At = Math.Max(known.At, entry.At) } : known;
                return known;
            }
        }

        _ledger = [.. _ledger, entry];
        return null;
    }

    /// <summary>Adds a match.</summary>
    /// <returns>The entry that tells of the same match, when there is one already.</returns>
    public MatchEntry? Add(in MatchEntry entry)
    {
        foreach (MatchEntry known in _matches)
        {
            if (known.IsSameMatch(entry))
            {
                return known;
            }
        }

        _matches = [.. _matches, entry];
        return null;
    }

    public void Add(UnmatchedReason reason)
    {
        if (reason is UnmatchedReason.Expired or UnmatchedReason.Withdrawn)
        {
            UnmatchedEnd = reason;
        }
        else
        {
            IsKnownToWait = true;
        }
    }
}
