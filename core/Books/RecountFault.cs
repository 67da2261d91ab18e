namespace SpecialDelivery.Core.Books;

/// <summary>What a recount can find wrong.</summary>
internal enum RecountFault
{
    DoubleBooking,
    SpaceOverrun,
    DetourOverrun,
    IllegalMatch,
    EndedTwice,
    Lost,
    Contradiction,
}
