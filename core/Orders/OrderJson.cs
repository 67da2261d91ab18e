using System.Buffers;
using System.Text.Json;
using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Core.Orders;

/// <summary>Writes trips and packages in their wire form.</summary>
public static class OrderJson
{
    /// <summary>Writes a trip as an event of topic <c>DRIVER</c>.</summary>
    /// <param name="trip">The trip.</param>
    /// <param name="output">Receives UTF-8 JSON.</param>
    public static void Write(Trip trip, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(trip);
        using Utf8JsonWriter json = new(output);
        json.WriteStartObject();
        json.WriteString(OrderFields.Id, trip.Id);
        WriteCommon(json, trip.LeavesAt, trip.ArrivesAt, trip.Space, trip.Review, trip.Source, trip.Destination, trip.DetourMetres);
        json.WriteNumber(OrderFields.Price, trip.Price);
        json.WriteEndObject();
    }

    /// <summary>Writes a package as an event of topic <c>SENDER</c>.</summary>
    /// <param name="package">The package.</param>
    /// <param name="output">Receives UTF-8 JSON.</param>
    public static void Write(Package package, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(package);
        using Utf8JsonWriter json = new(output);
        json.WriteStartObject();
        json.WriteString(OrderFields.Id, package.Id);
        WriteCommon(json, package.ReadyAt, package.Deadline, package.Space, package.LowestReview, package.Source, package.Destination, package.LengthMetres);
        json.WriteEndObject();
    }

    private static void WriteCommon(
        Utf8JsonWriter json, long start, long end, int space, double review, LatLon source, LatLon destination, double distanceMetres)
    {
        json.WriteNumber(OrderFields.StartTime, start);
        json.WriteNumber(OrderFields.EndTime, end);
        json.WriteNumber(OrderFields.Space, space);
        json.WriteNumber(OrderFields.Review, review);
        json.WriteNumber(OrderFields.SourceLatitude, source.Latitude);
        json.WriteNumber(OrderFields.SourceLongitude, source.Longitude);
        json.WriteNumber(OrderFields.DestinationLatitude, destination.Latitude);
        json.WriteNumber(OrderFields.DestinationLongitude, destination.Longitude);
        json.WriteNumber(OrderFields.Distance, distanceMetres);
    }
}
