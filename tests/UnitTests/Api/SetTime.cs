namespace UnitTests.Api;

/// <summary>A clock that a test sets.</summary>
internal sealed class SetTime : TimeProvider
{
    /// <summary>The time stamp of the golden files.</summary>
    public const long Start = 1_465_552_391_117;

    public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeMilliseconds(Start);

    public override DateTimeOffset GetUtcNow() => Now;
}
