using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Rows;

/// <summary>Cuts a batch into columns. Nodes and buffers lie in the order of the schema, parents before children.</summary>
internal sealed class ArrowColumnReader((long Length, long NullCount)[] nodes, (long Offset, long Length)[] buffers, byte[] body)
{
    private int _node;
    private int _buffer;

    /// <exception cref="NotSupportedException">A type of the schema has no reader, named with its column.</exception>
    public static void RequireReadable(StructType schema) => schema.Fields.ForEach(field => RequireReadable(field.Name, field.DataType));

    public ArrowColumn[] ReadAll(StructType schema) => [.. schema.Fields.Select(field => Read(field.DataType))];

    private ArrowColumn Read(DataType type)
    {
        (long length, long nullCount) = nodes[_node++];
        if (type is NullType)
        {
            return new NullColumn((int)length);
        }

        ArrowColumn.Head head = new((int)length, nullCount != 0, Buffer());
        return type switch
        {
            BooleanType => new BooleanColumn(head, Buffer()),
            ByteType => new FixedWidthColumn<sbyte>(head, Buffer()),
            ShortType => new FixedWidthColumn<short>(head, Buffer()),
            IntegerType => new FixedWidthColumn<int>(head, Buffer()),
            LongType => new FixedWidthColumn<long>(head, Buffer()),
            FloatType => new FixedWidthColumn<float>(head, Buffer()),
            DoubleType => new FixedWidthColumn<double>(head, Buffer()),
            DateType => new DateColumn(head, Buffer()),
            TimestampType or TimestampNtzType => new TimestampMicrosColumn(head, Buffer()),
            DecimalType number => new Decimal128Column(head, Buffer(), number.Scale),
            StringType => new Utf8Column(head, Buffer(), Buffer()),
            BinaryType => new BinaryColumn(head, Buffer(), Buffer()),
            ArrayType array => new ListColumn(head, Buffer(), Read(array.ElementType)),
            MapType map => ReadMap(head, map),
            StructType row => new StructColumn(head, ReadAll(row), row),
            _ => throw Unreadable("?", type),
        };
    }

    private MapColumn ReadMap(ArrowColumn.Head head, MapType map)
    {
        ArrowBuffer offsets = Buffer();
        _node++; // the entries are a struct of their own, which is never null
        _buffer++;
        return new MapColumn(head, offsets, Read(map.KeyType), Read(map.ValueType));
    }

    private ArrowBuffer Buffer()
    {
        (long offset, long length) = buffers[_buffer++];
        return new ArrowBuffer(body, offset, length);
    }

    private static void RequireReadable(string column, DataType type)
    {
        switch (type)
        {
            case ArrayType array:
                RequireReadable($"{column}.element", array.ElementType);
                break;
            case MapType map:
                RequireReadable($"{column}.key", map.KeyType);
                RequireReadable($"{column}.value", map.ValueType);
                break;
            case StructType row:
                row.Fields.ForEach(field => RequireReadable($"{column}.{field.Name}", field.DataType));
                break;
            case OtherType:
                throw Unreadable(column, type);
        }
    }

    private static NotSupportedException Unreadable(string column, DataType type) =>
        new($"Column {column} is of type {type.SimpleString}, which cannot be read here. Cast it to string in Spark first.");
}
