using System.Text;
using SpecialDelivery.Platform.Elasticsearch;

namespace SpecialDelivery.Bench.Search;

/// <summary>A month of small events, each a function of its number.</summary>
/// <param name="documents">How many.</param>
internal sealed class SearchWorld(int documents)
{
    /// <summary>The index: one period of the alias.</summary>
    public const string Period = "events-2016.06";

    /// <summary>Start of the month, unix seconds.</summary>
    public const long Start = 1_464_739_200;

    /// <summary>Its length, seconds.</summary>
    public const long Length = 30 * 86_400;

    private static readonly string[] Types = ["session_start", "session_end", "link_clicked", "package_viewed", "trip_posted", "purchase"];

    /// <summary>All events in order of time, as the job writes them.</summary>
    public IEnumerable<BulkItem> Items()
    {
        for (int i = 0; i < documents; i++)
        {
            long ts = Start + ((long)i * Length / documents);
            string type = Types[Hash(i) % (uint)Types.Length];
            string id = $"{type}{ts}-0-{i}";
            string source = $$"""{"id":"{{id}}","ts":{{ts}},"event_type":"{{type}}","params":{"user_id":"u{{Hash(i * 31) % 100_000}}","platform":"{{(Hash(i * 7) % 2 == 0 ? "android" : "ios")}}"},"partition":0,"offset":{{i}}}""";
            yield return new BulkItem(id, Encoding.UTF8.GetBytes(source));
        }
    }

    /// <summary>A query that was not asked before: a type and a range of one hour to ten days.</summary>
    /// <param name="number">Which one; one of an odd number is that before it, a second later: the same work, and in no cache.</param>
    public static (string Type, long From, long To) Query(int number)
    {
        (int i, int shift) = Math.DivRem(number, 2);
        long length = 3_600 + (Hash((i * 3) + 1) % (10 * 86_400));
        long from = Start + shift + (Hash((i * 3) + 2) % (Length - length - 1));
        return (Types[Hash((i * 3) + 3) % (uint)Types.Length], from, from + length);
    }

    private static uint Hash(int value)
    {
        uint mixed = (uint)value * 0x9E3779B1;
        mixed = (mixed ^ (mixed >> 15)) * 0x85EBCA77;
        return mixed ^ (mixed >> 13);
    }
}
