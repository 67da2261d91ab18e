using System.Buffers;
using System.Text;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;

namespace UnitTests.Core.Orders;

public sealed class OrderParserTests
{
    private const string Good =
        """{"id":"p","stime":1700000000000,"etime":1700003600000,"space":2,"review":3.5,"slat":1.25,"slon":-2.5,"dlat":3.75,"dlon":-4.5,"dist":500.5}""";

    [Fact]
    public void A_package_gets_each_field_from_its_own_name()
    {
        Assert.True(OrderParser.TryParsePackage("p"u8, Encoding.UTF8.GetBytes(Good), out Package? package, out _));
        Assert.Equal(new Package("p", 1_700_000_000_000, 1_700_003_600_000, 2, 3.5, new LatLon(1.25, -2.5), new LatLon(3.75, -4.5), 500.5), package);
    }

    [Fact]
    public void A_trip_gets_each_field_from_its_own_name()
    {
        string json = Good.Replace("}", ",\"price\":4.5}", StringComparison.Ordinal);

        Assert.True(OrderParser.TryParseTrip("p"u8, Encoding.UTF8.GetBytes(json), out Trip? trip, out _));
        Assert.Equal(new Trip("p", 1_700_000_000_000, 1_700_003_600_000, 2, 3.5, new LatLon(1.25, -2.5), new LatLon(3.75, -4.5), 500.5, 4.5), trip);
    }

    [Fact]
    public void A_trip_needs_a_price()
    {
        Assert.False(OrderParser.TryParseTrip("p"u8, Encoding.UTF8.GetBytes(Good), out _, out Rejection? rejection));
        Assert.Equal(new Rejection(DeadLetterReason.Schema, "/price is missing: it must be a number"), rejection);
    }

    [Theory]
    [InlineData("\"slat\":1.25", "\"slat\":91", "/slat is 91: it must lie in -90..90 degrees")]
    [InlineData("\"space\":2", "\"space\":0", "/space is 0: it must lie in 1..1000000")]
    [InlineData("\"stime\":1700000000000", "\"stime\":1700000000", "/stime: 1700000000 looks like seconds; milliseconds are expected, within 100000000000..4102444799999")]
    [InlineData("\"etime\":1700003600000", "\"etime\":1700003600000000", "/etime: 1700003600000000 looks like microseconds; milliseconds are expected, within 100000000000..4102444799999")]
    [InlineData("\"etime\":1700003600000", "\"etime\":5", "/etime: 5 is no time; unix milliseconds are expected, within 100000000000..4102444799999")]
    [InlineData("\"etime\":1700003600000", "\"etime\":1700000000000", "/etime is 1700000000000: it must lie after /stime, which is 1700000000000")]
    [InlineData("\"space\":2", "\"space\":1.5", "/space is 1.5: it must be an integer")]
    [InlineData("\"review\":3.5", "\"review\":null", "/review is null: it must be a number")]
    [InlineData("\"dist\":500.5", "\"dist\":\"500.5\"", "/dist is a string: it must be a number")]
    [InlineData("\"dist\":500.5", "\"dist\":500.5,\"dist\":1", "/dist is given more than once.")]
    [InlineData("\"id\":\"p\"", "\"id\":\"q\"", "/id is not the record's key, which is 'p'")]
    [InlineData("\"id\":\"p\"", "\"id\":1", "/id is a number: it must be a string")]
    public void The_detail_names_field_value_and_limit(string part, string replacement, string detail)
    {
        Assert.Equal(detail, Refuse(Good.Replace(part, replacement, StringComparison.Ordinal)).Detail);
    }

    [Fact]
    public void Every_fault_of_the_first_failing_kind_is_named()
    {
        Rejection schema = Refuse("""{"id":null,"stime":"1","space":1.5,"review":[],"slat":{},"slon":true,"dlat":91}""");

        Assert.Equal(DeadLetterReason.Schema, schema.Reason);
        Assert.Equal(
            ["/id is null", "/stime is a string", "/etime is missing", "/space is 1.5", "/review is an array", "/slat is an object", "/slon is a boolean", "/dlon is missing", "/dist is missing"],
            schema.Detail.Split("; ").Select(fault => fault.Split(':')[0]));

        Rejection range = Refuse(Good.Replace("1.25", "90.5", StringComparison.Ordinal).Replace("-4.5", "-181", StringComparison.Ordinal).Replace("3.5", "5.5", StringComparison.Ordinal));

        Assert.Equal(DeadLetterReason.Range, range.Reason);
        Assert.Equal(["/review is 5.5", "/slat is 90.5", "/dlon is -181"], range.Detail.Split("; ").Select(fault => fault.Split(':')[0]));
    }

    [Fact]
    public void A_forbidden_character_is_named_by_its_code_not_shown()
    {
        Rejection rejection = Refuse(Good.Replace("\"p\"", "\"ab\u202Ec\"", StringComparison.Ordinal), key: "ab\u202Ec");

        Assert.Equal(DeadLetterReason.Id, rejection.Reason);
        Assert.StartsWith("/id holds U+202E at character 3:", rejection.Detail, StringComparison.Ordinal);
        Assert.All(rejection.Detail, character => Assert.InRange(character, ' ', '~'));
    }

    [Fact]
    public void A_good_record_costs_no_more_memory_than_its_order()
    {
        byte[] key = "p"u8.ToArray();
        byte[] value = Encoding.UTF8.GetBytes(Good);
        OrderParser.TryParsePackage(key, value, out _, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Package copy = new(new string('p', 1), 0, 1, 2, 3.5, new LatLon(0, 0), new LatLon(0, 0), 500.5);
        long order = GC.GetAllocatedBytesForCurrentThread() - before;

        before = GC.GetAllocatedBytesForCurrentThread();
        OrderParser.TryParsePackage(key, value, out Package? package, out _);

        Assert.Equal(order, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(copy, package);
    }

    [Fact]
    public void What_is_written_can_be_read()
    {
        Trip trip = new("t.1", 1_700_000_000_000, 1_700_000_000_001, 1, 1, new LatLon(-90, -180), new LatLon(90, 180), 0, 5);
        ArrayBufferWriter<byte> json = new();
        OrderJson.Write(trip, json);

        Assert.True(OrderParser.TryParseTrip("t.1"u8, json.WrittenSpan, out Trip? read, out _));
        Assert.Equal(trip, read);
    }

    private static Rejection Refuse(string json, string key = "p")
    {
        Assert.False(OrderParser.TryParsePackage(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(json), out Package? package, out Rejection? rejection));
        Assert.Null(package);
        return rejection;
    }
}
