using System.Text;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>A table for the eye: columns as wide as their widest field.</summary>
internal static class TextTable
{
    /// <summary>Writes rows.</summary>
    /// <param name="rows">The head first; all of one length.</param>
    public static string Write(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length))];
        StringBuilder text = new();
        foreach (IReadOnlyList<string> row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((field, column) => field.PadRight(widths[column]))).TrimEnd());
        }

        return text.ToString();
    }
}
