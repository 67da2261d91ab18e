using System.Text;

namespace SpecialDelivery.Core.Orders;

/// <summary>Which fields an order must have, and of what type.</summary>
internal static class OrderSchema
{
    /// <summary>Fields of a package: all before <see cref="OrderField.Price"/>.</summary>
    public const int PackageFields = (int)OrderField.Price;

    /// <summary>Fields of a trip: all.</summary>
    public const int TripFields = PackageFields + 1;

    private static readonly string[] Names =
    [
        OrderFields.Id,
        OrderFields.StartTime,
        OrderFields.EndTime,
        OrderFields.Space,
        OrderFields.Review,
        OrderFields.SourceLatitude,
        OrderFields.SourceLongitude,
        OrderFields.DestinationLatitude,
        OrderFields.DestinationLongitude,
        OrderFields.Distance,
        OrderFields.Price,
    ];

    private static readonly byte[][] Utf8Names = Array.ConvertAll(Names, Encoding.UTF8.GetBytes);

    /// <summary>The name on the wire.</summary>
    public static string Name(OrderField field) => Names[(int)field];

    /// <summary>The name on the wire, UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8Name(int field) => Utf8Names[field];

    /// <summary>Whether a field holds a whole number.</summary>
    public static bool IsInteger(OrderField field) => field is OrderField.StartTime or OrderField.EndTime or OrderField.Space;

    /// <summary>What a field must be, in words.</summary>
    public static string TypeName(OrderField field) =>
        field is OrderField.Id ? "a string" : IsInteger(field) ? "an integer" : "a number";
}
