using SpecialDelivery.Producer.Commands;
using SpecialDelivery.Producer.Replay;

namespace UnitTests.Producer;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("60s", 60)]
    [InlineData("1.5m", 90)]
    [InlineData("2h", 7_200)]
    [InlineData("1d", 86_400)]
    public void Times(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Duration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("60")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("0s")]
    [InlineData("1.2.3s")]
    [InlineData("1 s")]
    [InlineData("99999999999d")]
    public void No_times(string text) => Assert.Null(Duration.Parse(text));

    [Theory]
    [InlineData("max", null)]
    [InlineData("1200x", 1200d)]
    [InlineData("0.5", 0.5)]
    public void Paces(string text, double? factor) => Assert.Equal(new Pace(factor), Pace.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("fast")]
    [InlineData("0x")]
    [InlineData("-1x")]
    [InlineData("NaN")]
    public void No_paces(string text) => Assert.Null(Pace.Parse(text));

    [Theory]
    [InlineData("kafka")]
    [InlineData("-")]
    [InlineData("file:/tmp/a b.ndjson")]
    public void Targets(string text) => Assert.Equal(text, Target.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("file:")]
    [InlineData("Kafka")]
    [InlineData("/tmp/a")]
    public void No_targets(string text) => Assert.Null(Target.Parse(text));
}
