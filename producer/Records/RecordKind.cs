namespace SpecialDelivery.Producer.Records;

/// <summary>Why a record was made.</summary>
public enum RecordKind
{
    /// <summary>A trip of the world.</summary>
    Trip,

    /// <summary>A package of the world.</summary>
    Package,

    /// <summary>A tombstone: its trip or package is no longer offered.</summary>
    Withdrawal,

    /// <summary>A withdrawn driver offers the drive again, later and under a new id.</summary>
    Return,

    /// <summary>Bad input on purpose.</summary>
    Junk,
}
