namespace UnitTests.Spark;

/// <summary>Tests that replace the process-wide bridge; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class FakeJvmTests
{
    public const string Name = "Fake JVM";
}
