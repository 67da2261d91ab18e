namespace SpecialDelivery.Core.Orders;

/// <summary>Ranges of the numbers in trips and packages.</summary>
public static class OrderLimits
{
    /// <summary>Least room offered or needed.</summary>
    public const int MinSpace = 1;

    /// <summary>Most room offered or needed.</summary>
    public const int MaxSpace = 1_000_000;

    /// <summary>Least rating or price level.</summary>
    public const double MinReview = 1;

    /// <summary>Highest rating or price level.</summary>
    public const double MaxReview = 5;

    /// <summary>Longest detour or way, metres: the Earth's circumference.</summary>
    public const double MaxDistanceMetres = 40_030_229;

    /// <summary>Largest record, bytes of its value.</summary>
    public const int MaxRecordBytes = 65_536;
}
