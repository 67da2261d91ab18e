namespace SpecialDelivery.Producer.Randomness;

/// <summary>What a <see cref="Draw"/> is made for. The numbers are part of the seed's meaning: a changed one changes every world.</summary>
public enum EntityKind
{
    /// <summary>A trip.</summary>
    Trip = 1,

    /// <summary>A package.</summary>
    Package = 2,

    /// <summary>A hot spot of a city.</summary>
    HotSpot = 3,

    /// <summary>An event of an app.</summary>
    AppEvent = 4,

    /// <summary>A payment.</summary>
    Payment = 5,

    /// <summary>A user who pays.</summary>
    PayingUser = 6,

    /// <summary>A run of payments, one after the other.</summary>
    PaymentBlock = 7,
}
