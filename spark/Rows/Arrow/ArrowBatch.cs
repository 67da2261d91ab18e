namespace Microsoft.Spark.Rows;

/// <summary>Some rows, column by column.</summary>
internal sealed class ArrowBatch(int rowCount, ArrowColumn[] columns)
{
    public int RowCount => rowCount;

    public int ColumnCount => columns.Length;

    /// <summary>The column at this position of the schema.</summary>
    public ArrowColumn Column(int i) => columns[i];
}
