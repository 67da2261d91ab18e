using System.Text;

namespace Microsoft.Spark.Rows;

/// <summary>Writes FlatBuffers as far as Arrow's messages need them: what <see cref="FlatTable"/> reads.</summary>
/// <remarks>
/// A table is given as an array with an entry for each field: null when it is left out, a number or a truth value, a text, another table, an array of tables, or pairs of numbers.
/// Every field takes a word, which wastes a few bytes and spares all thought about alignment. Source: https://flatbuffers.dev/internals.
/// </remarks>
internal sealed class FlatWriter
{
    private const int Word = 8;
    private readonly List<byte> _bytes = [];

    /// <summary>A whole buffer.</summary>
    /// <param name="root">Its table.</param>
    public static byte[] Write(object?[] root)
    {
        FlatWriter writer = new();
        int place = writer.Reserve();
        writer.Table(place, root);
        writer.Align(0);
        return [.. writer._bytes];
    }

    // Fields that are no numbers lie behind the table, at a distance that is filled in once they are written.
    private void Table(int from, object?[] fields)
    {
        Align(0);
        int vtable = _bytes.Count;
        Put((ushort)(2 * (2 + fields.Length)));
        Put((ushort)(sizeof(int) + (Word * fields.Length)));
        for (int i = 0; i < fields.Length; i++)
        {
            Put((ushort)(fields[i] is null ? 0 : sizeof(int) + (Word * i)));
        }

        Align(Word - sizeof(int));
        int table = Begin(from);
        Put(table - vtable);
        foreach (object? field in fields)
        {
            Put(field is IConvertible number and not string ? number.ToInt64(null) : 0);
        }

        for (int i = 0; i < fields.Length; i++)
        {
            Beside(table + sizeof(int) + (Word * i), fields[i]);
        }
    }

    private void Beside(int from, object? field)
    {
        switch (field)
        {
            case string text:
                Align(0);
                Begin(from);
                byte[] utf8 = Encoding.UTF8.GetBytes(text);
                Put(utf8.Length);
                _bytes.AddRange(utf8);
                _bytes.Add(0);
                break;
            case object?[][] tables:
                Align(0);
                Begin(from);
                Put(tables.Length);
                int[] places = Array.ConvertAll(tables, _ => Reserve());
                for (int i = 0; i < tables.Length; i++)
                {
                    Table(places[i], tables[i]);
                }

                break;
            case object?[] table:
                Table(from, table);
                break;
            case IReadOnlyList<(long First, long Second)> pairs:
                Align(Word - sizeof(int));
                Begin(from);
                Put(pairs.Count);
                foreach ((long first, long second) in pairs)
                {
                    Put(first);
                    Put(second);
                }

                break;
        }
    }

    private int Reserve()
    {
        int place = _bytes.Count;
        Put(0);
        return place;
    }

    // Something begins here: its distance is put where it is referred to.
    private int Begin(int from)
    {
        int here = _bytes.Count;
        BitConverter.TryWriteBytes(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes)[from..], here - from);
        return here;
    }

    private void Align(int behindWord)
    {
        while (_bytes.Count % Word != behindWord)
        {
            _bytes.Add(0);
        }
    }

    private void Put(ushort value) => _bytes.AddRange(BitConverter.GetBytes(value));

    private void Put(int value) => _bytes.AddRange(BitConverter.GetBytes(value));

    private void Put(long value) => _bytes.AddRange(BitConverter.GetBytes(value));
}
