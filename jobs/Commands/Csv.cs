using System.Text;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>Comma-separated values as RFC 4180 has them: lines end in CRLF, fields with a comma, a quote or a line break stand in quotes.</summary>
internal static class Csv
{
    /// <summary>Writes rows.</summary>
    /// <param name="rows">The head first.</param>
    public static string Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        StringBuilder text = new();
        foreach (IReadOnlyList<string> row in rows)
        {
            text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Field(string field) =>
        field.AsSpan().ContainsAny("\",\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
