namespace SpecialDelivery.Producer.Commands;

/// <summary>The kinds of places records go to.</summary>
internal enum TargetPlace
{
    /// <summary>Topics of a Kafka cluster.</summary>
    Kafka,

    /// <summary>A file of lines.</summary>
    File,

    /// <summary>Lines on standard output.</summary>
    StandardOutput,
}
