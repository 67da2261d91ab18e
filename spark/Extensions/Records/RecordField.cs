using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Extensions.Records;

/// <summary>One parameter of a record's constructor, and the column it stands for.</summary>
internal abstract class RecordField(string name, PropertyInfo? property)
{
    public string Name => name;

    public abstract Shape Shape { get; }

    public StructField Column => new(name, Shape.Type, Shape.AllowsNull);

    // A reader as an object of the type Func<int, TField>, which the compiled code of the record calls without boxing.
    public abstract object Reader(ArrowColumn column, DataType type);

    public abstract Expression Read(Expression reader, Expression row);

    public abstract Expression Write(Expression pickle, Expression record);

    // A column, and what adds a value to it: an object of the type Action<TField>.
    public abstract (ColumnBuilder Column, object Append) Writer();

    public abstract Expression Append(Expression append, Expression record);

    protected PropertyInfo Property => property ?? throw new NotSupportedException(
        $"The parameter {name} has no property of its name, so its value cannot be written.");
}

/// <inheritdoc cref="RecordField"/>
internal sealed class RecordField<T>(string name, PropertyInfo? property, Shape<T> shape) : RecordField(name, property)
{
    public override Shape Shape => shape;

    public override object Reader(ArrowColumn column, DataType type) => shape.Reader(column, type);

    public override Expression Read(Expression reader, Expression row) =>
        Expression.Invoke(Expression.Convert(reader, typeof(Func<int, T>)), row);

    public override Expression Write(Expression pickle, Expression record) => Expression.Call(
        Expression.Constant(shape, typeof(Shape<T>)), nameof(Shape<T>.Write), typeArguments: null, pickle, Expression.Property(record, Property));

    public override (ColumnBuilder Column, object Append) Writer()
    {
        ColumnWriter<T> writer = shape.Writer();
        return (writer.Column, writer.Append);
    }

    public override Expression Append(Expression append, Expression record) =>
        Expression.Invoke(Expression.Convert(append, typeof(Action<T>)), Expression.Property(record, Property));
}
