using System.Globalization;

namespace SpecialDelivery.Producer.Worlds.Flights;

/// <summary>Reads flights from CSV.</summary>
internal static class FlightReader
{
    /// <summary>The first line: departure as <c>yyyy-MM-ddTHH:mm</c>, delay in minutes, distance in miles, two IATA codes.</summary>
    public const string Header = "date,delay,distance,origin,destination";

    /// <summary>Reads all flights.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="airports">The airports a flight may name.</param>
    /// <returns>The flights in order of departure, as the file holds them.</returns>
    /// <exception cref="InvalidDataException">A line is no flight, or departs before the one above it.</exception>
    public static List<Flight> Read(TextReader text, string name, IReadOnlyList<Airport> airports)
    {
        string? header = text.ReadLine();
        if (header != Header)
        {
            throw new InvalidDataException($"{name} starts with \"{header}\": its first line must be \"{Header}\".");
        }

        var places = airports.Select((airport, i) => (airport.Iata, i)).ToDictionary(pair => pair.Iata, pair => (short)pair.i, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        List<Flight> flights = [];
        for (int line = 2; text.ReadLine() is { } row; line++)
        {
            Flight flight = Parse(row, places)
                ?? throw new InvalidDataException($"{name}, line {line} is \"{row}\": a flight such as \"2001-01-01T00:01,33,2176,LAS,PHL\" between airports of producer/Data/airports.csv is expected.");
            if (flights.Count > 0 && flight.DepartsAt < flights[^1].DepartsAt)
            {
                throw new InvalidDataException($"{name}, line {line} departs before the line above it: sort the file by date.");
            }

            flights.Add(flight);
        }

        return flights;
    }

    private static Flight? Parse(ReadOnlySpan<char> row, Dictionary<string, short>.AlternateLookup<ReadOnlySpan<char>> places)
    {
        Span<Range> cells = stackalloc Range[6]; // one more than there are, so that a surplus shows
        return row.Split(cells, ',') == 5
            && DateTime.TryParseExact(row[cells[0]], "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime date)
            && int.TryParse(row[cells[1]], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int delay)
            && int.TryParse(row[cells[2]], NumberStyles.None, CultureInfo.InvariantCulture, out int miles)
            && places.TryGetValue(row[cells[3]], out short origin)
            && places.TryGetValue(row[cells[4]], out short destination)
            ? new Flight(new DateTimeOffset(date).ToUnixTimeMilliseconds(), delay, miles, origin, destination)
            : null;
    }
}
