namespace SpecialDelivery.Producer.Worlds.Flights;

/// <summary>A flight that took place.</summary>
/// <param name="DepartsAt">Departure on the origin's local clock, read as UTC: unix milliseconds.</param>
/// <param name="DelayMinutes">Delay; negative when early.</param>
/// <param name="DistanceMiles">Statute miles.</param>
/// <param name="Origin">Place of its airport in <see cref="FlightData.Airports"/>.</param>
/// <param name="Destination">Place of its airport in <see cref="FlightData.Airports"/>.</param>
public readonly record struct Flight(long DepartsAt, int DelayMinutes, int DistanceMiles, short Origin, short Destination);
