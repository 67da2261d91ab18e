using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Extensions.Records;

/// <summary>A dictionary, or an interface a dictionary has.</summary>
internal sealed class MapShape<TMap, TKey, TValue>(Shape<TKey> key, Shape<TValue> value) : Shape<TMap>
    where TMap : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    public override DataType Type => new MapType(key.Type, value.Type, value.AllowsNull);

    public override bool CanRead(DataType type) => type is MapType map && key.CanRead(map.KeyType) && value.CanRead(map.ValueType);

    public override Func<int, TMap> Reader(ArrowColumn column, DataType type)
    {
        MapColumn maps = (MapColumn)column;
        MapType map = (MapType)type;
        Func<int, TKey> readKey = key.Reader(maps.Keys, map.KeyType);
        Func<int, TValue> readValue = value.Reader(maps.Values, map.ValueType);
        return row =>
        {
            (int start, int end) = maps.Range(row);
            Dictionary<TKey, TValue> entries = new(end - start);
            for (int i = start; i < end; i++)
            {
                entries[readKey(i)] = readValue(i);
            }

            return (TMap)(object)entries;
        };
    }

    public override void Write(PickleWriter pickle, TMap map)
    {
        pickle.BeginMap();
        foreach ((TKey each, TValue its) in map)
        {
            key.Write(pickle, each);
            value.Write(pickle, its);
        }

        pickle.EndMap();
    }

    public override ColumnWriter<TMap> Writer()
    {
        ColumnWriter<TKey> keys = key.Writer();
        ColumnWriter<TValue> values = value.Writer();
        StructBuilder<KeyValuePair<TKey, TValue>> entries = new([keys.Column, values.Column], entry =>
        {
            keys.Append(entry.Key);
            values.Append(entry.Value);
        });
        return ColumnWriter<TMap>.To(new ListBuilder<TMap, KeyValuePair<TKey, TValue>>(entries, entries.Append));
    }
}
