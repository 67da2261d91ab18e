using System.Globalization;
using System.IO.Compression;
using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Producer.Worlds.Flights;

/// <summary>Real US flights and the airports they use; sources and terms: <c>producer/Data/SOURCES.md</c>.</summary>
/// <param name="Airports">Every airport.</param>
/// <param name="Flights">Every flight, in order of departure.</param>
public sealed record FlightData(IReadOnlyList<Airport> Airports, IReadOnlyList<Flight> Flights)
{
    /// <summary>The sample that comes with the program: three days.</summary>
    /// <returns>Flights and airports.</returns>
    public static FlightData Sample()
    {
        using Stream resource = Resource("flights.csv.gz");
        using GZipStream stream = new(resource, CompressionMode.Decompress);
        return Read(stream, "flights.csv.gz");
    }

    /// <summary>Flights of a file, over the airports that come with the program.</summary>
    /// <param name="path">A CSV file with the header of <see cref="FlightReader.Header"/>, gzipped when its name ends in <c>.gz</c>.</param>
    /// <returns>Flights and airports.</returns>
    /// <exception cref="InvalidDataException">A line is no flight, or not in order.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FlightData Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileStream file = File.OpenRead(path);
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
        {
            return Read(file, path);
        }

        using GZipStream stream = new(file, CompressionMode.Decompress);
        return Read(stream, path);
    }

    private static FlightData Read(Stream stream, string name)
    {
        IReadOnlyList<Airport> airports = ReadAirports();
        using StreamReader text = new(stream);
        return new(airports, FlightReader.Read(text, name, airports));
    }

    private static List<Airport> ReadAirports()
    {
        using StreamReader zips = new(Resource("zips.csv"));
        ILookup<string, LatLon> near = Rows(zips).ToLookup(row => row[0], row => Point(row[2], row[3]));
        using StreamReader airports = new(Resource("airports.csv"));
        return [.. Rows(airports).Select(row =>
        {
            LatLon point = Point(row[^2], row[^1]); // from the end: a name may hold a comma
            return new Airport(row[0], point, near[row[0]].DefaultIfEmpty(point).ToArray());
        })];
    }

    private static IEnumerable<string[]> Rows(StreamReader text)
    {
        text.ReadLine(); // the header
        while (text.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }

    private static LatLon Point(string latitude, string longitude) =>
        new(double.Parse(latitude, CultureInfo.InvariantCulture), double.Parse(longitude, CultureInfo.InvariantCulture));

    private static Stream Resource(string name) => typeof(FlightData).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The program was built without its resource {name}.");
}
