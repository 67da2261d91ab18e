namespace SpecialDelivery.Producer.Worlds;

/// <summary>Brings two ordered streams of orders into one.</summary>
internal static class Merge
{
    /// <summary>Merges by time of posting; of two at the same millisecond the first stream's goes first.</summary>
    public static IEnumerable<PostedOrder> ByTime(IEnumerable<PostedOrder> first, IEnumerable<PostedOrder> second)
    {
        using IEnumerator<PostedOrder> a = first.GetEnumerator();
        using IEnumerator<PostedOrder> b = second.GetEnumerator();
        bool hasA = a.MoveNext();
        bool hasB = b.MoveNext();
        while (hasA || hasB)
        {
            if (hasA && (!hasB || a.Current.PostedAt <= b.Current.PostedAt))
            {
                yield return a.Current;
                hasA = a.MoveNext();
            }
            else
            {
                yield return b.Current;
                hasB = b.MoveNext();
            }
        }
    }
}
