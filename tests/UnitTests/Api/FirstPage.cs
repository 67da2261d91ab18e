namespace UnitTests.Api;

/// <summary>Elasticsearch's answer to the first page of a walk: a count and a page.</summary>
internal static class FirstPage
{
    public static string Of(long total, string page) =>
        $$$"""{"responses":[{"timed_out":false,"_shards":{"failed":0},"hits":{"total":{"value":{{{total}}}},"hits":[]} },{{{page}}}]}""";
}
