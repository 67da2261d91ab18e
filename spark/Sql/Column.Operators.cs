#nullable disable
namespace Microsoft.Spark.Sql;

// Operators, and the methods they stand for. A right operand that is not a column is taken as a literal.
public sealed partial class Column
{
    /// <summary>Minus of the value.</summary>
    public static Column operator -(Column self) => Functions.Call("negate", self);

    /// <summary>True where the value is false.</summary>
    public static Column operator !(Column self) => Functions.Call("not", self);

    /// <summary>Whether both are equal; null where one is null. Use <c>is null</c> to ask for a missing reference.</summary>
    public static Column operator ==(Column lhs, object rhs) => lhs.EqualTo(rhs);

    /// <summary>Whether both differ; null where one is null. Use <c>is not null</c> to ask for a reference.</summary>
    public static Column operator !=(Column lhs, object rhs) => lhs.NotEqual(rhs);

    /// <summary>Whether the left is greater.</summary>
    public static Column operator >(Column lhs, object rhs) => lhs.Gt(rhs);

    /// <summary>Whether the left is less.</summary>
    public static Column operator <(Column lhs, object rhs) => lhs.Lt(rhs);

    /// <summary>Whether the left is greater or equal.</summary>
    public static Column operator >=(Column lhs, object rhs) => lhs.Geq(rhs);

    /// <summary>Whether the left is less or equal.</summary>
    public static Column operator <=(Column lhs, object rhs) => lhs.Leq(rhs);

    /// <summary>The sum.</summary>
    public static Column operator +(Column lhs, object rhs) => lhs.Plus(rhs);

    /// <summary>The difference.</summary>
    public static Column operator -(Column lhs, object rhs) => lhs.Minus(rhs);

    /// <summary>The product.</summary>
    public static Column operator *(Column lhs, object rhs) => lhs.Multiply(rhs);

    /// <summary>The quotient, with a fraction.</summary>
    public static Column operator /(Column lhs, object rhs) => lhs.Divide(rhs);

    /// <summary>The remainder.</summary>
    public static Column operator %(Column lhs, object rhs) => lhs.Mod(rhs);

    /// <summary>Whether either holds.</summary>
    public static Column operator |(Column lhs, Column rhs) => lhs.Or(rhs);

    /// <summary>Whether both hold.</summary>
    public static Column operator &(Column lhs, Column rhs) => lhs.And(rhs);

    /// <summary>Whether both are equal; null where one is null.</summary>
    public Column EqualTo(object rhs) => Of("equalTo", Functions.Operand(rhs));

    /// <summary>Whether both differ; null where one is null.</summary>
    public Column NotEqual(object rhs) => Of("notEqual", Functions.Operand(rhs));

    /// <summary>Whether this is greater.</summary>
    public Column Gt(object rhs) => Of("gt", Functions.Operand(rhs));

    /// <summary>Whether this is less.</summary>
    public Column Lt(object rhs) => Of("lt", Functions.Operand(rhs));

    /// <summary>Whether this is greater or equal.</summary>
    public Column Geq(object rhs) => Of("geq", Functions.Operand(rhs));

    /// <summary>Whether this is less or equal.</summary>
    public Column Leq(object rhs) => Of("leq", Functions.Operand(rhs));

    /// <summary>The sum.</summary>
    public Column Plus(object rhs) => Of("plus", Functions.Operand(rhs));

    /// <summary>The difference.</summary>
    public Column Minus(object rhs) => Of("minus", Functions.Operand(rhs));

    /// <summary>The product.</summary>
    public Column Multiply(object rhs) => Of("multiply", Functions.Operand(rhs));

    /// <summary>The quotient, with a fraction.</summary>
    public Column Divide(object rhs) => Of("divide", Functions.Operand(rhs));

    /// <summary>The remainder.</summary>
    public Column Mod(object rhs) => Of("mod", Functions.Operand(rhs));

    /// <summary>Whether both are equal, two nulls being equal too.</summary>
    public Column EqNullSafe(object obj) => Of("eqNullSafe", Functions.Operand(obj));

    /// <summary>Whether either holds.</summary>
    public Column Or(Column other) => Of("or", other);

    /// <summary>Whether both hold.</summary>
    public Column And(Column other) => Of("and", other);

    /// <summary>The bits set in both.</summary>
    public Column BitwiseAND(object other) => Of("bitwiseAND", Functions.Operand(other));

    /// <summary>The bits set in either.</summary>
    public Column BitwiseOR(object other) => Of("bitwiseOR", Functions.Operand(other));

    /// <summary>The bits set in one of the two.</summary>
    public Column BitwiseXOR(object other) => Of("bitwiseXOR", Functions.Operand(other));

    /// <summary>Whether both stand for the same object of the JVM. The operator == builds an expression instead.</summary>
    public override bool Equals(object obj) => obj is Column other && Reference.Equals(other.Reference);

    /// <inheritdoc/>
    public override int GetHashCode() => Reference.GetHashCode();
}
