using System.Text;
using SpecialDelivery.Platform.Elasticsearch;

namespace UnitTests.Platform;

public sealed class BulkBodyTests
{
    [Fact]
    public void Each_document_is_an_action_line_and_its_own_line() =>
        Assert.Equal("{\"index\":{\"_id\":\"p1\"}}\n{\"a\":1}\n{\"index\":{\"_id\":\"p2\"}}\n{}\n", Write(Put("p1", "{\"a\":1}"), Put("p2", "{}")));

    [Fact]
    public void A_removal_has_no_document() =>
        Assert.Equal("{\"delete\":{\"_id\":\"p1\"}}\n{\"index\":{\"_id\":\"p2\"}}\n{}\n", Write(new BulkItem("p1", null), Put("p2", "{}")));

    [Fact]
    public void A_document_of_several_lines_becomes_one() =>
        Assert.Equal("{\"index\":{\"_id\":\"p\"}}\n{  \"a\": \"x\\ny\" }\n", Write(Put("p", "{\r\n\"a\": \"x\\ny\"\n}")));

    [Fact]
    public void An_id_cannot_break_out_of_its_line() =>
        Assert.Equal(3, Write(Put("a\"}}\n{\"delete\":{\"_id\":\"b", "{}")).Split('\n').Length);

    private static BulkItem Put(string id, string source) => new(id, Encoding.UTF8.GetBytes(source));

    private static string Write(params BulkItem[] items) => Encoding.UTF8.GetString(BulkBody.Write(items).Span);
}
