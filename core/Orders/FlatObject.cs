using System.Text.Json;
using System.Text.Unicode;

namespace SpecialDelivery.Core.Orders;

/// <summary>Reads records that are one flat JSON object of known fields, in one pass over their bytes; nothing is judged but the syntax.</summary>
internal static class FlatObject
{
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a record.</summary>
    /// <param name="value">Any bytes.</param>
    /// <param name="scan">Takes what is found.</param>
    /// <returns>Null for one well-formed document without repeated names, else what is wrong.</returns>
    public static string? Read<TScan>(ReadOnlySpan<byte> value, ref TScan scan)
        where TScan : IFlatScan
    {
        if (!Utf8.IsValid(value))
        {
            return JsonSyntax.NotUtf8(value);
        }

        if (JsonSyntax.HasUnpairedSurrogate(value))
        {
            return "A string holds half of a surrogate pair.";
        }

        try
        {
            return ReadDocument(value, ref scan);
        }
        catch (JsonException fault)
        {
            return JsonSyntax.Describe(value, fault);
        }
    }

    private static string? ReadDocument<TScan>(ReadOnlySpan<byte> value, ref TScan scan)
        where TScan : IFlatScan
    {
        Utf8JsonReader json = new(value);
        json.Read();
        bool isObject = json.TokenType is JsonTokenType.StartObject;
        scan.IsObject = isObject;
        bool mayRepeatNames = !isObject;
        int next = 0;
        while (json.Read())
        {
            mayRepeatNames |= json.TokenType is JsonTokenType.StartObject;
            if (!isObject || json.CurrentDepth != 1 || json.TokenType is not JsonTokenType.PropertyName)
            {
                continue;
            }

            int field = Find(ref json, ref scan, next);
            if (field < 0)
            {
                mayRepeatNames = true;
                continue;
            }

            if (scan.Has(field))
            {
                return $"/{scan.Name(field)} is given more than once.";
            }

            next = field + 1;
            json.Read();
            mayRepeatNames |= json.TokenType is JsonTokenType.StartObject;
            scan.Take(field, ref json);
        }

        // Unknown names, and objects within the object, are rare: only then is the document read again, as a tree.
        if (mayRepeatNames)
        {
            JsonElement.Parse(value, NoDuplicates);
        }

        return null;
    }

    private static int Find<TScan>(ref Utf8JsonReader json, ref TScan scan, int next)
        where TScan : IFlatScan
    {
        // Most writers keep the order of the fields, so the next one is the likeliest.
        for (int i = 0; i < scan.Fields; i++)
        {
            int field = (next + i) % scan.Fields;
            if (json.ValueTextEquals(scan.Utf8Name(field)))
            {
                return field;
            }
        }

        return -1;
    }
}
