#nullable disable
using Microsoft.Spark.Calls;

namespace Microsoft.Spark.Sql;

// Arrays, maps and structs.
public static partial class Functions
{
    /// <summary>One row per item of an array, or per entry of a map; none where it is null or empty.</summary>
    public static Column Explode(Column column) => Call("explode", column);

    /// <summary>As <see cref="Explode"/>, but a row of null where there is no item.</summary>
    public static Column ExplodeOuter(Column column) => Call("explode_outer", column);

    /// <summary>As <see cref="Explode"/>, with the place of the item, from 0.</summary>
    public static Column PosExplode(Column column) => Call("posexplode", column);

    /// <summary>As <see cref="PosExplode"/>, but a row of nulls where there is no item.</summary>
    public static Column PosExplodeOuter(Column column) => Call("posexplode_outer", column);

    /// <summary>Whether an array holds a value.</summary>
    public static Column ArrayContains(Column column, object value) => Call("array_contains", column, Operand(value));

    /// <summary>The item at a place, from 1 or from -1 backwards, or the value of a key.</summary>
    public static Column ElementAt(Column column, object value) => Call("element_at", column, Operand(value));

    /// <summary>Number of items or entries; -1 for null.</summary>
    public static Column Size(Column column) => Call("size", column);

    /// <summary>Part of an array, from a place counted from 1, or from -1 backwards.</summary>
    public static Column Slice(Column column, int start, int length) => Call("slice", column, start, length);

    /// <inheritdoc cref="Slice(Column, int, int)"/>
    public static Column Slice(Column column, Column start, Column length) => Call("slice", column, start, length);

    /// <summary>An array of arrays as one array.</summary>
    public static Column Flatten(Column column) => Call("flatten", column);

    /// <summary>The distinct items.</summary>
    public static Column ArrayDistinct(Column column) => Call("array_distinct", column);

    /// <summary>The items in rising order, nulls last.</summary>
    public static Column ArraySort(Column column) => Call("array_sort", column);

    /// <summary>The least item.</summary>
    public static Column ArrayMin(Column column) => Call("array_min", column);

    /// <summary>The greatest item.</summary>
    public static Column ArrayMax(Column column) => Call("array_max", column);

    /// <summary>The items in random order.</summary>
    public static Column Shuffle(Column column) => Call("shuffle", column);

    /// <summary>A text or array backwards.</summary>
    public static Column Reverse(Column column) => Call("reverse", column);

    /// <summary>The keys of a map.</summary>
    public static Column MapKeys(Column column) => Call("map_keys", column);

    /// <summary>The values of a map.</summary>
    public static Column MapValues(Column column) => Call("map_values", column);

    /// <summary>The entries of a map, as an array of structs.</summary>
    public static Column MapEntries(Column column) => Call("map_entries", column);

    /// <summary>A map of an array of structs.</summary>
    public static Column MapFromEntries(Column column) => Call("map_from_entries", column);

    /// <summary>The distinct items of either array.</summary>
    public static Column ArrayUnion(Column col1, Column col2) => Call("array_union", col1, col2);

    /// <summary>The distinct items of both arrays.</summary>
    public static Column ArrayIntersect(Column col1, Column col2) => Call("array_intersect", col1, col2);

    /// <summary>The distinct items only the first array has.</summary>
    public static Column ArrayExcept(Column col1, Column col2) => Call("array_except", col1, col2);

    /// <summary>Whether both arrays share an item.</summary>
    public static Column ArraysOverlap(Column a1, Column a2) => Call("arrays_overlap", a1, a2);

    /// <summary>An array without a value.</summary>
    public static Column ArrayRemove(Column column, object element) => Call("array_remove", column, Operand(element));

    /// <summary>The first place of a value, from 1; 0 when there is none.</summary>
    public static Column ArrayPosition(Column column, object value) => Call("array_position", column, Operand(value));

    /// <summary>The items as one text; nulls are left out or replaced.</summary>
    public static Column ArrayJoin(Column column, string delimiter) => Call("array_join", column, delimiter);

    /// <inheritdoc cref="ArrayJoin(Column, string)"/>
    public static Column ArrayJoin(Column column, string delimiter, string nullReplacement) =>
        Call("array_join", column, delimiter, nullReplacement);

    /// <summary>An array of one value many times.</summary>
    public static Column ArrayRepeat(Column left, Column right) => Call("array_repeat", left, right);

    /// <inheritdoc cref="ArrayRepeat(Column, Column)"/>
    public static Column ArrayRepeat(Column left, int count) => Call("array_repeat", left, count);

    /// <summary>An array of structs of the items at the same place.</summary>
    public static Column ArraysZip(params Column[] columns) => Call("arrays_zip", JavaArray.Of(columns));

    /// <summary>The items in order; nulls first when rising, last when falling.</summary>
    public static Column SortArray(Column column, bool asc = true) => Call("sort_array", column, asc);

    /// <summary>The values from one to another, both included.</summary>
    public static Column Sequence(Column start, Column stop) => Call("sequence", start, stop);

    /// <inheritdoc cref="Sequence(Column, Column)"/>
    public static Column Sequence(Column start, Column stop, Column step) => Call("sequence", start, stop, step);

    /// <summary>All entries of several maps.</summary>
    public static Column MapConcat(params Column[] columns) => Call("map_concat", JavaArray.Of(columns));

    /// <summary>A map of keys and values in turn.</summary>
    public static Column Map(params Column[] columns) => Call("map", JavaArray.Of(columns));

    /// <summary>A map of an array of keys and one of values.</summary>
    public static Column MapFromArrays(Column key, Column values) => Call("map_from_arrays", key, values);

    /// <summary>An array of the given values.</summary>
    public static Column Array(params Column[] columns) => Call("array", JavaArray.Of(columns));

    /// <inheritdoc cref="Array(Column[])"/>
    public static Column Array(string columnName, params string[] columnNames) => Call("array", columnName, JavaArray.Of(columnNames));

    /// <summary>A struct of the given columns.</summary>
    public static Column Struct(params Column[] columns) => Call("struct", JavaArray.Of(columns));

    /// <inheritdoc cref="Struct(Column[])"/>
    public static Column Struct(string columnName, params string[] columnNames) => Call("struct", columnName, JavaArray.Of(columnNames));
}
