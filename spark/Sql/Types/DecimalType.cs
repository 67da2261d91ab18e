namespace Microsoft.Spark.Sql.Types;

/// <summary>A decimal number of fixed precision.</summary>
/// <param name="precision">Digits in all, 1 to 38.</param>
/// <param name="scale">Digits after the point, 0 to <paramref name="precision"/>.</param>
public sealed class DecimalType(int precision = 10, int scale = 0) : FractionalType
{
    /// <inheritdoc/>
    public override string SimpleString => $"decimal({Precision},{Scale})";

    internal int Precision { get; } = precision;

    internal int Scale { get; } = scale;

    internal override string JsonName => "decimal";
}
