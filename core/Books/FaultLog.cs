namespace SpecialDelivery.Core.Books;

/// <summary>Counts faults by kind and keeps the first few in words.</summary>
internal sealed class FaultLog
{
    private const int MaxSentences = 20;

    private static readonly string[] Rows =
        ["double booking", "space overrun", "detour overrun", "illegal match", "ended twice", "lost", "contradiction"];

    private readonly int[] _counts = new int[Rows.Length];
    private readonly List<string> _sentences = [];

    public IReadOnlyList<string> Sentences => _sentences;

    public int this[RecountFault kind] => _counts[(int)kind];

    public void Add(RecountFault kind, string sentence)
    {
        _counts[(int)kind]++;
        if (_sentences.Count < MaxSentences)
        {
            _sentences.Add($"{Rows[(int)kind]}: {sentence}");
        }
    }

    /// <summary>A copy, so that counting twice does not count faults twice.</summary>
    public FaultLog Copy()
    {
        FaultLog copy = new();
        _counts.CopyTo(copy._counts, 0);
        copy._sentences.AddRange(_sentences);
        return copy;
    }
}
