using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Extensions;

/// <summary>Distinct counts that can be merged: HyperLogLog sketches of Apache DataSketches. For Spark 3.5 and later.</summary>
public static class HllFunctions
{
    /// <summary>A sketch of the values of a group, as bytes.</summary>
    /// <param name="column">Whole numbers, texts or bytes.</param>
    /// <param name="lgConfigK">Logarithm of the number of buckets, 4 to 21; each more halves the variance and doubles the size.</param>
    public static Column HllSketchAgg(Column column, int lgConfigK = 12) => Functions.Call("hll_sketch_agg", column, lgConfigK);

    /// <summary>About how many distinct values went into a sketch.</summary>
    public static Column HllSketchEstimate(Column column) => Functions.Call("hll_sketch_estimate", column);

    /// <summary>One sketch of the values of two.</summary>
    /// <param name="column1">One sketch.</param>
    /// <param name="column2">The other.</param>
    /// <param name="allowDifferentLgConfigK">Whether the two may differ in size; the smaller one decides.</param>
    public static Column HllUnion(Column column1, Column column2, bool allowDifferentLgConfigK = false) =>
        Functions.Call("hll_union", column1, column2, allowDifferentLgConfigK);

    /// <summary>One sketch of the values of all sketches of a group.</summary>
    /// <param name="column">The sketches.</param>
    /// <param name="allowDifferentLgConfigK">Whether they may differ in size; the smallest one decides.</param>
    public static Column HllUnionAgg(Column column, bool allowDifferentLgConfigK = false) =>
        Functions.Call("hll_union_agg", column, allowDifferentLgConfigK);
}
