namespace SpecialDelivery.Producer.Randomness;

/// <summary>What a number of a <see cref="Draw"/> is for. The numbers are part of the seed's meaning: a changed one changes every world.</summary>
public enum Field
{
    /// <summary>When an event arrives.</summary>
    Arrival = 0,

    /// <summary>The pair of places.</summary>
    Route = 1,

    /// <summary>Source, distance from its centre.</summary>
    SourceDistance = 2,

    /// <summary>Source, direction from its centre.</summary>
    SourceBearing = 3,

    /// <summary>Source, which hot spot or post office.</summary>
    SourcePlace = 4,

    /// <summary>Destination, distance from its centre.</summary>
    DestinationDistance = 5,

    /// <summary>Destination, direction from its centre.</summary>
    DestinationBearing = 6,

    /// <summary>Destination, which hot spot or post office.</summary>
    DestinationPlace = 7,

    /// <summary>Room.</summary>
    Space = 8,

    /// <summary>Rating.</summary>
    Review = 9,

    /// <summary>Price level.</summary>
    Price = 10,

    /// <summary>Detour.</summary>
    Distance = 11,

    /// <summary>Time from the event to departure or readiness.</summary>
    Lead = 12,

    /// <summary>Time left to the deadline.</summary>
    Slack = 13,

    /// <summary>Whether the record is late.</summary>
    Lateness = 14,

    /// <summary>How late.</summary>
    Delay = 15,

    /// <summary>Whether the order is withdrawn.</summary>
    Withdrawal = 16,

    /// <summary>When it is withdrawn.</summary>
    WithdrawnAt = 17,

    /// <summary>Whether a withdrawn trip comes back.</summary>
    Return = 18,

    /// <summary>When it comes back.</summary>
    ReturnedAt = 19,

    /// <summary>Whether junk follows.</summary>
    Junk = 20,

    /// <summary>Which junk.</summary>
    JunkForm = 21,

    /// <summary>A detail of the junk.</summary>
    JunkDetail = 22,

    /// <summary>Whether the source lies at a hot spot.</summary>
    SourceHot = 23,

    /// <summary>Whether the destination lies at a hot spot.</summary>
    DestinationHot = 24,

    /// <summary>What happened in an app.</summary>
    EventType = 25,

    /// <summary>Who: a user of an app, or one who pays.</summary>
    User = 26,

    /// <summary>A user's platform.</summary>
    Platform = 27,

    /// <summary>Whether a user lets the app know where they are.</summary>
    LocationService = 28,

    /// <summary>The app's version.</summary>
    AppVersion = 29,

    /// <summary>How long a session was.</summary>
    Duration = 30,

    /// <summary>Which link.</summary>
    Link = 31,

    /// <summary>Who is paid.</summary>
    Merchant = 32,

    /// <summary>How much.</summary>
    Amount = 33,

    /// <summary>The lesser features of a payment: which way, how, across a border.</summary>
    Features = 34,

    /// <summary>Where a payment is made.</summary>
    Location = 35,

    /// <summary>Whether and how it stands out.</summary>
    Anomaly = 36,

    /// <summary>How far it stands out.</summary>
    AnomalyDetail = 37,
}
