namespace Microsoft.Spark.Sql.Types;

/// <summary>The type of a column that holds nothing but null.</summary>
public sealed class NullType : DataType
{
    internal override string JsonName => "void";
}

/// <summary>Text.</summary>
public sealed class StringType : AtomicType
{
    internal override string JsonName => "string";
}

/// <summary>Bytes.</summary>
public sealed class BinaryType : AtomicType
{
    internal override string JsonName => "binary";
}

/// <summary>True or false.</summary>
public sealed class BooleanType : AtomicType
{
    internal override string JsonName => "boolean";
}

/// <summary>A calendar day, without a zone.</summary>
public sealed class DateType : AtomicType
{
    internal override string JsonName => "date";
}

/// <summary>An instant, in microseconds.</summary>
public sealed class TimestampType : AtomicType
{
    internal override string JsonName => "timestamp";
}

// Spark's wall clock time. Microsoft.Spark has no class for it and cannot read a schema that holds one.
internal sealed class TimestampNtzType : AtomicType
{
    internal override string JsonName => "timestamp_ntz";
}

/// <summary>A whole number of 8 bits.</summary>
public sealed class ByteType : IntegralType
{
    /// <inheritdoc/>
    public override string SimpleString => "tinyint";

    internal override string JsonName => "byte";
}

/// <summary>A whole number of 16 bits.</summary>
public sealed class ShortType : IntegralType
{
    /// <inheritdoc/>
    public override string SimpleString => "smallint";

    internal override string JsonName => "short";
}

/// <summary>A whole number of 32 bits.</summary>
public sealed class IntegerType : IntegralType
{
    /// <inheritdoc/>
    public override string SimpleString => "int";

    internal override string JsonName => "integer";
}

/// <summary>A whole number of 64 bits.</summary>
public sealed class LongType : IntegralType
{
    /// <inheritdoc/>
    public override string SimpleString => "bigint";

    internal override string JsonName => "long";
}

/// <summary>A binary floating-point number of 32 bits.</summary>
public sealed class FloatType : FractionalType
{
    internal override string JsonName => "float";
}

/// <summary>A binary floating-point number of 64 bits.</summary>
public sealed class DoubleType : FractionalType
{
    internal override string JsonName => "double";
}
