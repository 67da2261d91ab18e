namespace SpecialDelivery.Core.Orders;

/// <summary>The fields of an order in the order in which <see cref="OrderJson"/> writes them.</summary>
internal enum OrderField
{
    Id,
    StartTime,
    EndTime,
    Space,
    Review,
    SourceLatitude,
    SourceLongitude,
    DestinationLatitude,
    DestinationLongitude,
    Distance,
    Price,
}
