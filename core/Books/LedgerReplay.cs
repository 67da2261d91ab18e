using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Core.Books;

/// <summary>Replays one package's steps.</summary>
/// <param name="account">The package.</param>
/// <param name="faults">Receives what cannot be.</param>
/// <param name="changes">Receives what came aboard its trips.</param>
internal sealed class LedgerReplay(PackageAccount account, FaultLog faults, List<LoadChange> changes)
{
    /// <summary>The claim that holds now.</summary>
    public LedgerEntry? Live { get; private set; }

    /// <summary>How the package ended; null while it has not.</summary>
    public ClaimState? End { get; private set; }

    /// <summary>Replays all steps.</summary>
    public void Run()
    {
        foreach (LedgerEntry step in account.Ledger)
        {
            if (End is { } end)
            {
                faults.Add(RecountFault.EndedTwice, $"package {account.Id} was {Word(step)} after it was {Word(end)}");
                continue;
            }

            switch (step.State)
            {
                case ClaimState.Claimed:
                    Claim(step);
                    break;
                case ClaimState.Released:
                    Release(step);
                    break;
                case ClaimState.Expired:
                    if (Live is { } claim)
                    {
                        faults.Add(RecountFault.EndedTwice, $"package {account.Id} expired aboard trip {claim.Trip?.Id}");
                    }

                    End = step.State;
                    break;
                case ClaimState.Withdrawn:
                    Leave(step.At);
                    End = step.State;
                    break;
            }
        }
    }

    private void Claim(in LedgerEntry step)
    {
        if (Live is { } other)
        {
            faults.Add(RecountFault.DoubleBooking,
                $"package {account.Id} is aboard trip {other.Trip?.Id} (fence {other.Fence}) and trip {step.Trip?.Id} (fence {step.Fence}) at once");
        }

        Live = step;
        Load(step, step.At, sign: 1);
    }

    private void Release(in LedgerEntry step)
    {
        if (Live is null || (step.Trip is not null && step.Trip != Live.Value.Trip))
        {
            faults.Add(RecountFault.Contradiction, $"package {account.Id} was released by trip {step.Trip?.Id}, which did not carry it");
            return;
        }

        if (Live.Value.Trip is { IsWithdrawn: false } trip)
        {
            faults.Add(RecountFault.Contradiction, $"package {account.Id} was released by trip {trip.Id}, which nobody withdrew");
        }

        Leave(step.At);
    }

    private void Leave(long at)
    {
        if (Live is { } claim)
        {
            Load(claim, at, sign: -1);
            Live = null;
        }
    }

    // Room and detour are taken from the raw orders where they are known, not from the ledger under test.
    private void Load(in LedgerEntry claim, long at, int sign)
    {
        if (claim.Trip is null)
        {
            return;
        }

        double added = claim.Trip.Trip is { } trip && account.Package is { } package ? Detour.Of(trip, package).AddedMetres : claim.AddedMetres ?? 0;
        changes.Add(new LoadChange(claim.Trip, at, sign, sign * (account.Package?.Space ?? claim.Space ?? 0), sign * added));
    }

    private static string Word(in LedgerEntry step) => step.Trip is null ? Word(step.State) : $"{Word(step.State)} (trip {step.Trip.Id})";

    private static string Word(ClaimState state) => state switch
    {
        ClaimState.Claimed => "claimed",
        ClaimState.Released => "released",
        ClaimState.Expired => "expired",
        _ => "withdrawn",
    };
}
