using System.Text;

namespace Microsoft.Spark.Rows;

/// <summary>Texts in UTF-8.</summary>
internal sealed class Utf8Column(ArrowColumn.Head head, ArrowBuffer offsets, ArrowBuffer data) : BinaryColumn(head, offsets, data)
{
    public string Text(int row) => Encoding.UTF8.GetString(Bytes(row));

    protected override object? Boxed(int row) => Text(row);
}
