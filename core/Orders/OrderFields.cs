namespace SpecialDelivery.Core.Orders;

/// <summary>Field names of trips and packages on the wire.</summary>
public static class OrderFields
{
    /// <summary>Id, text.</summary>
    public const string Id = "id";

    /// <summary>Departure of a trip, readiness of a package: unix milliseconds.</summary>
    public const string StartTime = "stime";

    /// <summary>Arrival of a trip, deadline of a package: unix milliseconds.</summary>
    public const string EndTime = "etime";

    /// <summary>Room offered or needed.</summary>
    public const string Space = "space";

    /// <summary>A driver's rating, a sender's lowest.</summary>
    public const string Review = "review";

    /// <summary>Source, degrees north.</summary>
    public const string SourceLatitude = "slat";

    /// <summary>Source, degrees east.</summary>
    public const string SourceLongitude = "slon";

    /// <summary>Destination, degrees north.</summary>
    public const string DestinationLatitude = "dlat";

    /// <summary>Destination, degrees east.</summary>
    public const string DestinationLongitude = "dlon";

    /// <summary>Detour a trip accepts, length of a package's way: metres.</summary>
    public const string Distance = "dist";

    /// <summary>Price level; trips only.</summary>
    public const string Price = "price";
}
