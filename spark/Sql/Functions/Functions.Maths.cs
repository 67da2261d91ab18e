#nullable disable
using Microsoft.Spark.Calls;

namespace Microsoft.Spark.Sql;

// Numbers.
public static partial class Functions
{
    /// <summary>The absolute value.</summary>
    public static Column Abs(Column column) => Call("abs", column);

    /// <summary>The square root.</summary>
    public static Column Sqrt(Column column) => Call("sqrt", column);

    /// <inheritdoc cref="Sqrt(Column)"/>
    public static Column Sqrt(string columnName) => Call("sqrt", columnName);

    /// <summary>The next whole number below.</summary>
    public static Column Floor(Column column) => Call("floor", column);

    /// <inheritdoc cref="Floor(Column)"/>
    public static Column Floor(string columnName) => Call("floor", columnName);

    /// <summary>The next whole number above.</summary>
    public static Column Ceil(Column column) => Call("ceil", column);

    /// <inheritdoc cref="Ceil(Column)"/>
    public static Column Ceil(string columnName) => Call("ceil", columnName);

    /// <summary>The exponential.</summary>
    public static Column Exp(Column column) => Call("exp", column);

    /// <inheritdoc cref="Exp(Column)"/>
    public static Column Exp(string columnName) => Call("exp", columnName);

    /// <summary>The exponential less one.</summary>
    public static Column Expm1(Column column) => Call("expm1", column);

    /// <inheritdoc cref="Expm1(Column)"/>
    public static Column Expm1(string columnName) => Call("expm1", columnName);

    /// <summary>The natural logarithm.</summary>
    public static Column Log(Column column) => Call("log", column);

    /// <inheritdoc cref="Log(Column)"/>
    public static Column Log(string columnName) => Call("log", columnName);

    /// <summary>The logarithm to base 10.</summary>
    public static Column Log10(Column column) => Call("log10", column);

    /// <inheritdoc cref="Log10(Column)"/>
    public static Column Log10(string columnName) => Call("log10", columnName);

    /// <summary>The natural logarithm of one more.</summary>
    public static Column Log1p(Column column) => Call("log1p", column);

    /// <inheritdoc cref="Log1p(Column)"/>
    public static Column Log1p(string columnName) => Call("log1p", columnName);

    /// <summary>The logarithm to base 2.</summary>
    public static Column Log2(Column column) => Call("log2", column);

    /// <inheritdoc cref="Log2(Column)"/>
    public static Column Log2(string columnName) => Call("log2", columnName);

    /// <summary>The sine of an angle in radians.</summary>
    public static Column Sin(Column column) => Call("sin", column);

    /// <inheritdoc cref="Sin(Column)"/>
    public static Column Sin(string columnName) => Call("sin", columnName);

    /// <summary>The cosine of an angle in radians.</summary>
    public static Column Cos(Column column) => Call("cos", column);

    /// <inheritdoc cref="Cos(Column)"/>
    public static Column Cos(string columnName) => Call("cos", columnName);

    /// <summary>The tangent of an angle in radians.</summary>
    public static Column Tan(Column column) => Call("tan", column);

    /// <inheritdoc cref="Tan(Column)"/>
    public static Column Tan(string columnName) => Call("tan", columnName);

    /// <summary>The hyperbolic sine.</summary>
    public static Column Sinh(Column column) => Call("sinh", column);

    /// <inheritdoc cref="Sinh(Column)"/>
    public static Column Sinh(string columnName) => Call("sinh", columnName);

    /// <summary>The hyperbolic cosine.</summary>
    public static Column Cosh(Column column) => Call("cosh", column);

    /// <inheritdoc cref="Cosh(Column)"/>
    public static Column Cosh(string columnName) => Call("cosh", columnName);

    /// <summary>The hyperbolic tangent.</summary>
    public static Column Tanh(Column column) => Call("tanh", column);

    /// <inheritdoc cref="Tanh(Column)"/>
    public static Column Tanh(string columnName) => Call("tanh", columnName);

    /// <summary>The inverse sine, in radians.</summary>
    public static Column Asin(Column column) => Call("asin", column);

    /// <inheritdoc cref="Asin(Column)"/>
    public static Column Asin(string columnName) => Call("asin", columnName);

    /// <summary>The inverse cosine, in radians.</summary>
    public static Column Acos(Column column) => Call("acos", column);

    /// <inheritdoc cref="Acos(Column)"/>
    public static Column Acos(string columnName) => Call("acos", columnName);

    /// <summary>The inverse tangent, in radians.</summary>
    public static Column Atan(Column column) => Call("atan", column);

    /// <inheritdoc cref="Atan(Column)"/>
    public static Column Atan(string columnName) => Call("atan", columnName);

    /// <summary>The inverse hyperbolic sine.</summary>
    public static Column Asinh(Column column) => Call("asinh", column);

    /// <inheritdoc cref="Asinh(Column)"/>
    public static Column Asinh(string columnName) => Call("asinh", columnName);

    /// <summary>The inverse hyperbolic cosine.</summary>
    public static Column Acosh(Column column) => Call("acosh", column);

    /// <inheritdoc cref="Acosh(Column)"/>
    public static Column Acosh(string columnName) => Call("acosh", columnName);

    /// <summary>The inverse hyperbolic tangent.</summary>
    public static Column Atanh(Column column) => Call("atanh", column);

    /// <inheritdoc cref="Atanh(Column)"/>
    public static Column Atanh(string columnName) => Call("atanh", columnName);

    /// <summary>Degrees as radians.</summary>
    public static Column Radians(Column column) => Call("radians", column);

    /// <inheritdoc cref="Radians(Column)"/>
    public static Column Radians(string columnName) => Call("radians", columnName);

    /// <summary>Radians as degrees.</summary>
    public static Column Degrees(Column column) => Call("degrees", column);

    /// <inheritdoc cref="Degrees(Column)"/>
    public static Column Degrees(string columnName) => Call("degrees", columnName);

    /// <summary>The cube root.</summary>
    public static Column Cbrt(Column column) => Call("cbrt", column);

    /// <inheritdoc cref="Cbrt(Column)"/>
    public static Column Cbrt(string columnName) => Call("cbrt", columnName);

    /// <summary>The nearest whole number.</summary>
    public static Column Rint(Column column) => Call("rint", column);

    /// <inheritdoc cref="Rint(Column)"/>
    public static Column Rint(string columnName) => Call("rint", columnName);

    /// <summary>The sign: -1, 0 or 1.</summary>
    public static Column Signum(Column column) => Call("signum", column);

    /// <inheritdoc cref="Signum(Column)"/>
    public static Column Signum(string columnName) => Call("signum", columnName);

    /// <summary>The binary digits.</summary>
    public static Column Bin(Column column) => Call("bin", column);

    /// <inheritdoc cref="Bin(Column)"/>
    public static Column Bin(string columnName) => Call("bin", columnName);

    /// <summary>The logarithm to a base.</summary>
    public static Column Log(double logBase, Column column) => Call("log", logBase, column);

    /// <inheritdoc cref="Log(double, Column)"/>
    public static Column Log(double logBase, string columnName) => Call("log", logBase, columnName);

    /// <summary>The angle of a point seen from the origin, in radians.</summary>
    public static Column Atan2(Column y, Column x) => Call("atan2", y, x);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(Column y, string xName) => Call("atan2", y, xName);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(string yName, Column x) => Call("atan2", yName, x);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(string yName, string xName) => Call("atan2", yName, xName);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(Column y, double xValue) => Call("atan2", y, xValue);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(string yName, double xValue) => Call("atan2", yName, xValue);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(double yValue, Column x) => Call("atan2", yValue, x);

    /// <inheritdoc cref="Atan2(Column, Column)"/>
    public static Column Atan2(double yValue, string xName) => Call("atan2", yValue, xName);

    /// <summary>The power.</summary>
    public static Column Pow(Column left, Column right) => Call("pow", left, right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(Column left, string rightName) => Call("pow", left, rightName);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(string leftName, Column right) => Call("pow", leftName, right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(string leftName, string rightName) => Call("pow", leftName, rightName);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(Column left, double right) => Call("pow", left, right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(string leftName, double right) => Call("pow", leftName, right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(double left, Column right) => Call("pow", left, right);

    /// <inheritdoc cref="Pow(Column, Column)"/>
    public static Column Pow(double left, string rightName) => Call("pow", left, rightName);

    /// <summary>The length of the hypotenuse.</summary>
    public static Column Hypot(Column left, Column right) => Call("hypot", left, right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(Column left, string rightName) => Call("hypot", left, rightName);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(string leftName, Column right) => Call("hypot", leftName, right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(string leftName, string rightName) => Call("hypot", leftName, rightName);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(Column left, double right) => Call("hypot", left, right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(string leftName, double right) => Call("hypot", leftName, right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(double left, Column right) => Call("hypot", left, right);

    /// <inheritdoc cref="Hypot(Column, Column)"/>
    public static Column Hypot(double left, string rightName) => Call("hypot", left, rightName);

    /// <summary>The remainder, never negative.</summary>
    public static Column Pmod(Column left, Column right) => Call("pmod", left, right);

    /// <summary>Rounded to a number of decimals, halves away from zero.</summary>
    public static Column Round(Column column) => Call("round", column);

    /// <inheritdoc cref="Round(Column)"/>
    public static Column Round(Column column, int scale) => Call("round", column, scale);

    /// <summary>Rounded to a number of decimals, halves to the even digit.</summary>
    public static Column Bround(Column column) => Call("bround", column);

    /// <inheritdoc cref="Bround(Column)"/>
    public static Column Bround(Column column, int scale) => Call("bround", column, scale);

    /// <summary>The digits of a number in another base.</summary>
    public static Column Conv(Column column, int fromBase, int toBase) => Call("conv", column, fromBase, toBase);

    /// <summary>The hexadecimal digits of a number, text or bytes.</summary>
    public static Column Hex(Column column) => Call("hex", column);

    /// <summary>The bytes of hexadecimal digits.</summary>
    public static Column Unhex(Column column) => Call("unhex", column);

    /// <summary>The factorial of 0 to 20.</summary>
    public static Column Factorial(Column column) => Call("factorial", column);

    /// <summary>All bits turned over.</summary>
    public static Column Bitwise_Not(Column column) => Call("bitwise_not", column);

    /// <summary>All bits turned over.</summary>
    public static Column BitwiseNOT(Column column) => Call("bitwiseNOT", column);

    /// <summary>Bits shifted left.</summary>
    public static Column ShiftLeft(Column column, int numBits) => Call("shiftLeft", column, numBits);

    /// <summary>Bits shifted right, the sign kept.</summary>
    public static Column ShiftRight(Column column, int numBits) => Call("shiftRight", column, numBits);

    /// <summary>Bits shifted right, zeros moving in.</summary>
    public static Column ShiftRightUnsigned(Column column, int numBits) => Call("shiftRightUnsigned", column, numBits);

    /// <summary>The greatest of several columns, nulls skipped.</summary>
    public static Column Greatest(params Column[] columns) => Call("greatest", JavaArray.Of(columns));

    /// <inheritdoc cref="Greatest(Column[])"/>
    public static Column Greatest(string columnName, params string[] columnNames) =>
        Call("greatest", columnName, JavaArray.Of(columnNames));

    /// <summary>The least of several columns, nulls skipped.</summary>
    public static Column Least(params Column[] columns) => Call("least", JavaArray.Of(columns));

    /// <inheritdoc cref="Least(Column[])"/>
    public static Column Least(string columnName, params string[] columnNames) => Call("least", columnName, JavaArray.Of(columnNames));

    /// <summary>A random number from 0 to 1, evenly spread.</summary>
    public static Column Rand() => Call("rand");

    /// <inheritdoc cref="Rand()"/>
    public static Column Rand(long seed) => Call("rand", seed);

    /// <summary>A random number of the standard normal distribution.</summary>
    public static Column Randn() => Call("randn");

    /// <inheritdoc cref="Randn()"/>
    public static Column Randn(long seed) => Call("randn", seed);
}
