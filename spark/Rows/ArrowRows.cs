using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Rows;

/// <summary>Rows of boxed values out of batches.</summary>
internal static class ArrowRows
{
    public static IEnumerable<object?[]> Values(IReadOnlyList<ArrowBatch> batches, StructType schema)
    {
        int width = schema.Fields.Count;
        foreach (ArrowBatch batch in batches)
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                object?[] values = new object?[width];
                for (int i = 0; i < width; i++)
                {
                    values[i] = batch.Column(i).Value(row);
                }

                yield return values;
            }
        }
    }
}
