namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>Gives each name a number, so that what is grouped by names is grouped by numbers, and a name becomes a text only once.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _numbers = new(Utf8NameComparer.Instance);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<byte>> _numbersOfBytes;
    private readonly List<string> _names = [];

    public NameTable() => _numbersOfBytes = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>A name by its number.</summary>
    public string this[int number] => _names[number];

    /// <summary>The number of a name in UTF-8.</summary>
    public int Of(ReadOnlySpan<byte> name) => _numbersOfBytes.TryGetValue(name, out int number) ? number : Add(Utf8NameComparer.Instance.Create(name));

    /// <summary>The number of a name.</summary>
    public int Of(string name) => _numbers.TryGetValue(name, out int number) ? number : Add(name);

    private int Add(string name)
    {
        int number = _names.Count;
        _names.Add(name);
        _numbers.Add(name, number);
        return number;
    }
}
