namespace SpecialDelivery.Producer.Randomness;

/// <summary>The dice of one entity: every field's value is a function of (seed, entity, field) alone, so any event can be made without those before it.</summary>
/// <remarks>
/// Counter-based: the key is hashed, nothing is remembered. The hash is SplitMix64's finalizer; source: G. Steele, D. Lea, C. Flood,
/// "Fast splittable pseudorandom number generators", OOPSLA 2014. Not for secrets.
/// </remarks>
public readonly struct Draw
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private const double UnitStep = 1.0 / (1UL << 53);

    private readonly ulong _key;

    /// <summary>Picks up the dice of one entity.</summary>
    /// <param name="seed">The run's seed, any number.</param>
    /// <param name="kind">What is drawn.</param>
    /// <param name="index">Which one, from 0.</param>
    public Draw(long seed, EntityKind kind, long index) =>
        _key = Mix(Mix(Mix((ulong)seed + GoldenGamma) + (ulong)kind) + (ulong)index);

    /// <summary>A number of [0, 1).</summary>
    /// <param name="field">What it is for; the same field gives the same number.</param>
    /// <returns>One of 2^53 equally likely numbers.</returns>
    public double Unit(Field field) => (Mix(_key + ((ulong)(field + 1) * GoldenGamma)) >> 11) * UnitStep;

    /// <summary>A number of a range.</summary>
    /// <param name="field">What it is for.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Upper bound, at least <paramref name="least"/>.</param>
    /// <returns>Uniform in [least, most).</returns>
    public double Between(Field field, double least, double most) => least + (Unit(field) * (most - least));

    /// <summary>A whole number of a range.</summary>
    /// <param name="field">What it is for.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value, at least <paramref name="least"/>.</param>
    /// <returns>Uniform in least..most, both included.</returns>
    public long Whole(Field field, long least, long most) => least + (long)(Unit(field) * (most - least + 1));

    /// <summary>Whether something happens.</summary>
    /// <param name="field">What it is for.</param>
    /// <param name="fraction">How often it does, 0 to 1.</param>
    /// <returns>True with that probability; never at 0, always at 1.</returns>
    public bool Happens(Field field, double fraction) => Unit(field) < fraction;

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
