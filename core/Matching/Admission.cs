namespace SpecialDelivery.Core.Matching;

/// <summary>What became of an event at the door of the book.</summary>
public enum Admission
{
    /// <summary>It is in the book.</summary>
    Admitted,

    /// <summary>The same order again: ignored.</summary>
    Repeated,

    /// <summary>The id is taken by other content: a dead letter.</summary>
    Conflicting,

    /// <summary>It came after its time: a trip that has left.</summary>
    Late,
}
