using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Extensions.Records;

/// <summary>A value without parts. It reads the type it writes, and the narrower ones that fit it.</summary>
internal sealed class ScalarShape<T>(DataType type, Action<PickleWriter, T> write, Func<ColumnBuilder<T>> column) : Shape<T>
{
    private readonly Dictionary<Type, Func<ArrowColumn, Func<int, T>>> _readers = [];

    public override DataType Type => type;

    public override bool CanRead(DataType type) => _readers.ContainsKey(type.GetType());

    public override Func<int, T> Reader(ArrowColumn column, DataType type) => _readers[type.GetType()](column);

    public override void Write(PickleWriter pickle, T value) => write(pickle, value);

    public override ColumnWriter<T> Writer() => ColumnWriter<T>.To(column());

    public ScalarShape<T> From<TType, TColumn>(Func<TColumn, Func<int, T>> reader)
        where TType : DataType
        where TColumn : ArrowColumn
    {
        _readers.Add(typeof(TType), column => reader((TColumn)column));
        return this;
    }
}
