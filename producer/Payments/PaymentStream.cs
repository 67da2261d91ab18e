using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Producer.Randomness;

namespace SpecialDelivery.Producer.Payments;

/// <summary>An endless stream of payments, every field a function of (seed, id): any part of it can be made by anybody, in any order.</summary>
/// <remarks>
/// A user pays in one place; amounts are uniform in 10..510. What stands out is labelled: an amount of 2 000 to 20 000, a place at least
/// 2 000 km from the user's own, or a burst: a whole block of payments of one user to one merchant, one after the other.
/// </remarks>
/// <param name="settings">Sound settings.</param>
internal sealed class PaymentStream(PaymentStreamSettings settings)
{
    /// <summary>Users, <c>user0</c> and on.</summary>
    public const int Users = 100;

    /// <summary>Merchants, <c>merchant0</c> and on.</summary>
    public const int Merchants = 50;

    /// <summary>Payments of one burst.</summary>
    public const int BurstLength = 64;

    private const double FarMetres = 2_000_000;
    private const double RefundFraction = 0.05;
    private const double InternationalFraction = 0.05;

    private readonly int[] _homes = [.. Enumerable.Range(0, Users).Select(user => (int)User(settings, user).Whole(Field.Location, 0, Places.All.Count - 1))];
    private readonly int[][] _farFrom = [.. Places.All.Select(home => Enumerable.Range(0, Places.All.Count)
        .Where(other => GreatCircle.DistanceMetres(home.Position, Places.All[other].Position) >= FarMetres).ToArray())];
    private readonly double _part = settings.AnomalyFraction / 3;
    private readonly ulong _key = (ulong)settings.Seed * 0x9E3779B97F4A7C15;

    /// <summary>A payment.</summary>
    /// <param name="id">Which one, from 0.</param>
    public PaymentDraft Of(long id)
    {
        Draw draw = new(settings.Seed, EntityKind.Payment, id);
        int user = (int)(draw.Unit(Field.User) * Users);
        int merchant = (int)(draw.Unit(Field.Merchant) * Merchants);
        int cents = 1_000 + (int)(draw.Unit(Field.Amount) * 50_001);
        double features = draw.Unit(Field.Features);
        int method = (int)(features * 1024) & 3; // digits further down are as good as a draw of their own
        double refund = features * 4096 % 1;
        double border = features * 1_048_576 % 1;
        AnomalyReason? anomaly = null;
        if (settings.AnomalyFraction > 0)
        {
            anomaly = AnomalyOf(id, draw, ref user, ref merchant);
            if (anomaly == AnomalyReason.Amount)
            {
                cents = (int)draw.Whole(Field.AnomalyDetail, 200_000, 2_000_000);
            }
        }

        int place = _homes[user];
        if (anomaly == AnomalyReason.Travel)
        {
            int[] far = _farFrom[place];
            place = far[(int)(draw.Unit(Field.AnomalyDetail) * far.Length)];
        }

        long time = settings.Start + (long)(id * 1_000.0 / settings.Density);
        return new(id, _key, user, merchant, cents, time, refund < RefundFraction, place, method, border < InternationalFraction, anomaly);
    }

    /// <summary>Whether a record is junk in place of its payment.</summary>
    /// <param name="id">Which one.</param>
    public bool IsJunk(long id) => settings.JunkFraction > 0 && new Draw(settings.Seed, EntityKind.Payment, id).Happens(Field.Junk, settings.JunkFraction);

    /// <summary>The dice for the junk in place of a payment.</summary>
    /// <param name="id">Which one.</param>
    public Draw Dice(long id) => new(settings.Seed, EntityKind.Payment, id);

    private static Draw User(PaymentStreamSettings settings, int user) => new(settings.Seed, EntityKind.PayingUser, user);

    private AnomalyReason? AnomalyOf(long id, Draw draw, ref int user, ref int merchant)
    {
        Draw block = new(settings.Seed, EntityKind.PaymentBlock, id / BurstLength);
        if (block.Happens(Field.Anomaly, _part))
        {
            user = (int)(block.Unit(Field.User) * Users);
            merchant = (int)(block.Unit(Field.Merchant) * Merchants);
            return AnomalyReason.Burst;
        }

        double chance = draw.Unit(Field.Anomaly);
        return chance < _part ? AnomalyReason.Amount : chance < 2 * _part ? AnomalyReason.Travel : null;
    }
}
