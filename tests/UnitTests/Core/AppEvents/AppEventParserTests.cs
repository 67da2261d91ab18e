using System.Text;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;

namespace UnitTests.Core.AppEvents;

public sealed class AppEventParserTests
{
    [Fact]
    public void An_event_keeps_its_details_in_their_order_and_as_they_were_written()
    {
        AppEvent found = Parse("""{"x":1,"event_type":"session_start","ts":1465583533,"params":{"b":"é","a":5.50,"c":true,"d":null}}""").Event!;

        Assert.Equal(("session_start", 1_465_583_533, 1), (found.EventType, found.Ts, found.UnknownFields));
        Assert.Equal(
            [
                new("b", AppEventParamKind.Text, "é"),
                new("a", AppEventParamKind.Number, "5.50"),
                new("c", AppEventParamKind.Boolean, "true"),
                new("d", AppEventParamKind.Null, "null"),
            ],
            found.Params);
        Assert.Equal("""{"event_type":"session_start","ts":1465583533,"params":{"b":"é","a":5.50,"c":true,"d":null}}""", Encoding.UTF8.GetString(AppEventJson.ToBytes(found)));
    }

    [Fact]
    public void Milliseconds_are_suspected()
    {
        AppEventFault fault = Assert.Single(Parse("""{"event_type":"a","ts":1465583533000}""").Faults);

        Assert.Equal(("/ts", DeadLetterReason.Time), (fault.JsonPointer, fault.Reason));
        Assert.Contains("milliseconds?", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dead_letter_gets_the_first_reason_and_every_fault()
    {
        Rejection rejection = Parse("""{"event_type":"a b","ts":-1,"params":[]}""").Rejection!;

        Assert.Equal(DeadLetterReason.Schema, rejection.Reason);
        Assert.StartsWith("/event_type holds U+0020 at character 2", rejection.Detail, StringComparison.Ordinal);
        Assert.Contains("; /ts is negative", rejection.Detail, StringComparison.Ordinal);
        Assert.Contains("; /params is an array", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void More_faults_than_can_be_read_are_counted()
    {
        string many = string.Join(',', Enumerable.Range(0, 50).Select(i => $"\"p{i}\":[]"));

        AppEventOutcome outcome = Parse("{\"event_type\":\"a\",\"ts\":1,\"params\":{" + many + "}}");

        Assert.Equal(AppEventLimits.MaxFaults + 1, outcome.Faults.Count);
        Assert.Equal("… and 34 more.", outcome.Faults[^1].Detail);
    }

    private static AppEventOutcome Parse(string json) => AppEventParser.Parse(Encoding.UTF8.GetBytes(json));
}
