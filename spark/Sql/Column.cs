#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql.Expressions;

namespace Microsoft.Spark.Sql;

/// <summary>An expression over the columns of a frame.</summary>
public sealed partial class Column : IJvmObjectReferenceProvider
{
    internal Column(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>One more case of a <see cref="Functions.When"/>.</summary>
    public Column When(Column condition, object value) => Of("when", condition, Functions.Operand(value));

    /// <summary>What a <see cref="Functions.When"/> gives where no case holds; null without this.</summary>
    public Column Otherwise(object value) => Of("otherwise", Functions.Operand(value));

    /// <summary>Whether the value lies between two bounds, both included.</summary>
    public Column Between(object lowerBound, object upperBound) =>
        Of("between", Functions.Operand(lowerBound), Functions.Operand(upperBound));

    /// <summary>Whether the value is null.</summary>
    public Column IsNull() => Of("isNull");

    /// <summary>Whether the value is not null.</summary>
    public Column IsNotNull() => Of("isNotNull");

    /// <summary>Whether the value is not a number.</summary>
    public Column IsNaN() => Of("isNaN");

    /// <summary>Whether the value is one of the given.</summary>
    public Column IsIn(params string[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params int[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params long[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params bool[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params short[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params float[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params double[] list) => In(list);

    /// <inheritdoc cref="IsIn(string[])"/>
    public Column IsIn(params decimal[] list) => In(list);

    /// <summary>Whether the text matches a SQL pattern with % and _.</summary>
    public Column Like(string literal) => Of("like", literal);

    /// <summary>Whether the text holds a match of a regular expression.</summary>
    public Column RLike(string literal) => Of("rlike", literal);

    /// <summary>Whether the text holds another.</summary>
    public Column Contains(object other) => Of("contains", other);

    /// <summary>Whether the text starts with another.</summary>
    public Column StartsWith(Column other) => Of("startsWith", other);

    /// <inheritdoc cref="StartsWith(Column)"/>
    public Column StartsWith(string literal) => Of("startsWith", literal);

    /// <summary>Whether the text ends with another.</summary>
    public Column EndsWith(Column other) => Of("endsWith", other);

    /// <inheritdoc cref="EndsWith(Column)"/>
    public Column EndsWith(string literal) => Of("endsWith", literal);

    /// <summary>Part of the text; the first character is at 1.</summary>
    public Column SubStr(Column startPos, Column len) => Of("substr", startPos, len);

    /// <inheritdoc cref="SubStr(Column, Column)"/>
    public Column SubStr(int startPos, int len) => Of("substr", startPos, len);

    /// <summary>The expression under a name.</summary>
    public Column Alias(string alias) => Of("alias", alias);

    /// <summary>The expression under a name.</summary>
    public Column As(string alias) => Of("as", alias);

    /// <summary>An expression of several columns under names.</summary>
    public Column As(IEnumerable<string> alias) => Of("as", JavaArray.Of([.. alias]));

    /// <summary>The expression under a name.</summary>
    public Column Name(string alias) => Of("name", alias);

    /// <summary>The value as another type, named as in DDL.</summary>
    public Column Cast(string to) => Of("cast", to);

    /// <summary>A field of a struct.</summary>
    public Column GetField(string fieldName) => Of("getField", fieldName);

    /// <summary>An item of an array, counted from 0, or the value of a key of a map.</summary>
    public Column GetItem(object key) => Of("getItem", key);

    /// <summary>An item of an array, a value of a map, or a field of a struct.</summary>
    public Column Apply(object extraction) => Of("apply", extraction);

    /// <summary>A struct with one field more, or with a new value.</summary>
    public Column WithField(string fieldName, Column column) => Of("withField", fieldName, column);

    /// <summary>A struct without the named fields.</summary>
    public Column DropFields(params string[] fieldNames) => Of("dropFields", ScalaSeq.Of(fieldNames));

    /// <summary>Order by the value, rising.</summary>
    public Column Asc() => Of("asc");

    /// <summary>Order by the value, rising, nulls first.</summary>
    public Column AscNullsFirst() => Of("asc_nulls_first");

    /// <summary>Order by the value, rising, nulls last.</summary>
    public Column AscNullsLast() => Of("asc_nulls_last");

    /// <summary>Order by the value, falling.</summary>
    public Column Desc() => Of("desc");

    /// <summary>Order by the value, falling, nulls first.</summary>
    public Column DescNullsFirst() => Of("desc_nulls_first");

    /// <summary>Order by the value, falling, nulls last.</summary>
    public Column DescNullsLast() => Of("desc_nulls_last");

    /// <summary>An aggregate over all rows, beside each row.</summary>
    public Column Over() => Of("over");

    /// <summary>An aggregate over a window of rows, beside each row.</summary>
    public Column Over(WindowSpec window) => Of("over", window);

    /// <summary>Prints the expression on the JVM's standard output.</summary>
    public void Explain(bool extended) => Reference.Do("explain", extended);

    /// <summary>The expression in Spark's words.</summary>
    public override string ToString() => Reference.Get<string>("toString");

    private Column In<T>(T[] list) =>
        Of("isin", new JavaArray("java.lang.Object", Array.ConvertAll(list, item => Functions.Operand(item))));

    private Column Of(string method, params object[] args) => new(Reference.Call(method, args));
}
