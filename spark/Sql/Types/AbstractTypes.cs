namespace Microsoft.Spark.Sql.Types;

/// <summary>A type without parts: a number, text, bytes, a boolean or a point in time.</summary>
public abstract class AtomicType : DataType;

/// <summary>A number.</summary>
public abstract class NumericType : AtomicType;

/// <summary>A whole number.</summary>
public abstract class IntegralType : NumericType;

/// <summary>A number with a fraction.</summary>
public abstract class FractionalType : NumericType;
