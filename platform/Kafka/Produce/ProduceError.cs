namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>The broker's answers to a batch that matter here; the numbers are Kafka's.</summary>
internal enum ProduceError : short
{
    None = 0,
    UnknownTopicOrPartition = 3,
    LeaderNotAvailable = 5,
    NotLeaderOrFollower = 6,
    RequestTimedOut = 7,
    NetworkException = 13,
    NotEnoughReplicas = 19,
    NotEnoughReplicasAfterAppend = 20,
    OutOfOrderSequence = 45,
    DuplicateSequence = 46,
    StorageError = 56,
}
