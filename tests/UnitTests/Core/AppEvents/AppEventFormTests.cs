using System.Text;
using SpecialDelivery.Core.AppEvents;

namespace UnitTests.Core.AppEvents;

/// <summary>Whatever has the usual form, the strict reader must read alike: the job trusts the form alone.</summary>
public sealed class AppEventFormTests
{
    private const string Good = """{"event_type":"link_clicked","ts":1465520400,"params":{"user_id":"u1","price":-12.50,"os x":"a, b: {c}","free":true,"none":null,"n":0}}""";

    [Theory]
    [InlineData(Good)]
    [InlineData("""{"event_type":"a","ts":0,"params":{}}""")]
    [InlineData("""{"event_type":"A.b-C_9","ts":253402300799,"params":{"x":""}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":123456789012345.123456789012345,"x.":false}}""")]
    public void Usual_forms_are_known(string json) => Assert.True(IsPlain(json));

    [Theory]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":"1","x":"2"}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":"1","y":",","z":2,"x":3}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":1}"y":2}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":1,}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":1}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":01}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":-}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":1.}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":1e3}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":1234567890123456}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":{}}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":[]}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"":1}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":"\n"}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"x":"é"}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{"é":1}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":null}""")]
    [InlineData("""{"event_type":"a","ts":1}""")]
    [InlineData("""{"event_type":"","ts":1,"params":{}}""")]
    [InlineData("""{"event_type":"a b","ts":1,"params":{}}""")]
    [InlineData("""{"event_type":"a","ts":-1,"params":{}}""")]
    [InlineData("""{"event_type":"a","ts":01,"params":{}}""")]
    [InlineData("""{"event_type":"a","ts":1.0,"params":{}}""")]
    [InlineData("""{"event_type":"a","ts":253402300800,"params":{}}""")]
    [InlineData("""{"ts":1,"event_type":"a","params":{}}""")]
    [InlineData("""{"event_type": "a","ts":1,"params":{}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{}}}""")]
    [InlineData("""{"event_type":"a","ts":1,"params":{}} """)]
    [InlineData("")]
    public void Any_other_form_is_left_to_the_strict_reader(string json) => Assert.False(IsPlain(json));

    [Fact]
    public void Long_texts_and_many_details_are_left_to_the_strict_reader()
    {
        Assert.False(IsPlain($$$"""{"event_type":"{{{new string('a', 65)}}}","ts":1,"params":{}}"""));
        Assert.False(IsPlain($$$"""{"event_type":"a","ts":1,"params":{"{{{new string('a', 129)}}}":1}}"""));
        Assert.False(IsPlain($$$"""{"event_type":"a","ts":1,"params":{"x":"{{{new string('a', 1_025)}}}"}}"""));
        Assert.True(IsPlain(Details(16)));
        Assert.False(IsPlain(Details(17)));

        static string Details(int count) => "{\"event_type\":\"a\",\"ts\":1,\"params\":{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"p{i}\":{i}")) + "}}";
    }

    [Fact]
    public void What_has_the_form_reads_the_same_as_by_the_strict_reader()
    {
        int matched = 0;
        foreach (string text in Mutations.Of(Good, "0123456789.-eE\"{}[]:, \\'abuzAZ_~$#\n\t\u007f\u00e9\u2028", seed: 7, count: 40_000))
        {
            byte[] record = Encoding.UTF8.GetBytes(text);
            if (AppEventForm.TryRead(record, out PlainEvent plain))
            {
                matched++;
                AppEvent? strict = AppEventParser.Parse(record).Event;
                Assert.True(strict is not null, text);
                Assert.Equal((strict.EventType, strict.Ts), (Encoding.UTF8.GetString(record[plain.EventType]), plain.Ts));
                Assert.Equal(record, AppEventJson.ToBytes(strict));
                Assert.EndsWith(Encoding.UTF8.GetString(record[plain.Params]) + "}", text, StringComparison.Ordinal);
            }
        }

        Assert.InRange(matched, 1_000, 40_000);
    }

    private static bool IsPlain(string json) => AppEventForm.TryRead(Encoding.UTF8.GetBytes(json), out _);
}
