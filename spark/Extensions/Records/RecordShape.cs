using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Extensions.Records;

/// <summary>A type with one public constructor: each parameter is the column of its name, in capitals or not.</summary>
internal sealed class RecordShape<T> : Shape<T>
{
    private readonly RecordField[] _fields;
    private readonly Lazy<Func<object[], int, T>> _construct;
    private readonly Lazy<Action<PickleWriter, T>> _writeFields;
    private readonly Lazy<Action<object[], T>> _appendFields;

    public RecordShape(ConstructorInfo constructor, RecordField[] fields)
    {
        _fields = fields;
        _construct = new(() => CompileConstruct(constructor));
        _writeFields = new(CompileWrite);
        _appendFields = new(CompileAppend);
    }

    public override StructType Type => new(_fields.Select(part => part.Column));

    public override bool CanRead(DataType type) =>
        type is StructType row && Array.TrueForAll(_fields, field => Find(row, field) is { } column && field.Shape.CanRead(column.DataType));

    public override Func<int, T> Reader(ArrowColumn column, DataType type) => Reader(((StructColumn)column).Field, (StructType)type);

    public Func<int, T> Reader(Func<int, ArrowColumn> column, StructType type)
    {
        object[] readers = Array.ConvertAll(_fields, field =>
        {
            StructField found = Find(type, field)!;
            return field.Reader(column(type.Fields.IndexOf(found)), found.DataType);
        });
        Func<object[], int, T> construct = _construct.Value;
        return row => construct(readers, row);
    }

    public override void Write(PickleWriter pickle, T value)
    {
        pickle.BeginTuple();
        WriteFields(pickle, value);
        pickle.EndTuple();
    }

    public override ColumnWriter<T> Writer()
    {
        (ColumnBuilder Column, object Append)[] fields = Array.ConvertAll(_fields, field => field.Writer());
        object[] appends = Array.ConvertAll(fields, field => field.Append);
        Action<object[], T> append = _appendFields.Value;
        return ColumnWriter<T>.To(new StructBuilder<T>(Array.ConvertAll(fields, field => field.Column), value => append(appends, value)));
    }

    public void WriteFields(PickleWriter pickle, T value) => _writeFields.Value(pickle, value);

    /// <summary>Refuses a frame this record cannot be read from, before its job runs.</summary>
    /// <exception cref="InvalidOperationException">Names every parameter without a column, and every column of another type.</exception>
    public void RequireReadable(StructType type)
    {
        string[] faults =
        [
            .. _fields.Select(field => Find(type, field) switch
            {
                null => $"no column is named {field.Name}",
                { } column when !field.Shape.CanRead(column.DataType) =>
                    $"column {column.Name} is {column.DataType.SimpleString}, but its parameter takes {field.Shape.Type.SimpleString}",
                _ => "",
            }).Where(fault => fault.Length > 0),
        ];
        if (faults.Length > 0)
        {
            throw new InvalidOperationException(
                $"{typeof(T).Name} cannot be read from {type.SimpleString}: {string.Join("; ", faults)}. Select and cast the columns to fit.");
        }
    }

    /// <summary>The columns this record is read from.</summary>
    public string[] ColumnsIn(StructType type) => Array.ConvertAll(_fields, field => Find(type, field)!.Name);

    // The exact name first: Spark allows columns whose names differ in capitals only.
    private static StructField? Find(StructType type, RecordField field) =>
        type.Fields.Find(column => column.Name == field.Name)
        ?? type.Fields.Find(column => column.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase));

    private Func<object[], int, T> CompileConstruct(ConstructorInfo constructor)
    {
        ParameterExpression readers = Expression.Parameter(typeof(object[]));
        ParameterExpression row = Expression.Parameter(typeof(int));
        IEnumerable<Expression> arguments =
            _fields.Select((field, i) => field.Read(Expression.ArrayIndex(readers, Expression.Constant(i)), row));
        return Expression.Lambda<Func<object[], int, T>>(Expression.New(constructor, arguments), readers, row).Compile();
    }

    private Action<object[], T> CompileAppend()
    {
        ParameterExpression appends = Expression.Parameter(typeof(object[]));
        ParameterExpression record = Expression.Parameter(typeof(T));
        IEnumerable<Expression> calls = _fields.Select((field, i) => field.Append(Expression.ArrayIndex(appends, Expression.Constant(i)), record));
        return Expression.Lambda<Action<object[], T>>(Expression.Block(calls), appends, record).Compile();
    }

    private Action<PickleWriter, T> CompileWrite()
    {
        ParameterExpression pickle = Expression.Parameter(typeof(PickleWriter));
        ParameterExpression record = Expression.Parameter(typeof(T));
        IEnumerable<Expression> writes = _fields.Select(field => field.Write(pickle, record));
        return Expression.Lambda<Action<PickleWriter, T>>(Expression.Block(writes), pickle, record).Compile();
    }
}
