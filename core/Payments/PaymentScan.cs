using System.Text.Json;
using System.Text.Unicode;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Payments;

/// <summary>What one pass over a record's bytes found; nothing is judged here but the syntax.</summary>
internal sealed class PaymentScan
{
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    private readonly JsonTokenType[] _tokens = new JsonTokenType[PaymentSchema.Fields];
    private readonly string?[] _texts = new string?[PaymentSchema.Fields];

    /// <summary>Whether the document is an object.</summary>
    public bool IsObject { get; private set; }

    /// <summary>The amount in the currency's unit; null when it is no number that a decimal holds.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>The time; null when it is no 64-bit integer.</summary>
    public long? Time { get; private set; }

    /// <summary>What the field holds; <see cref="JsonTokenType.None"/> when it is missing.</summary>
    public JsonTokenType Token(PaymentField field) => _tokens[(int)field];

    /// <summary>The field's text; null when it has none.</summary>
    public string? Text(PaymentField field) => _texts[(int)field];

    /// <summary>Reads a record.</summary>
    /// <param name="value">Any bytes.</param>
    /// <returns>Null for one well-formed document without repeated names, else what is wrong.</returns>
    public string? Read(ReadOnlySpan<byte> value)
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
            return ReadDocument(value);
        }
        catch (JsonException fault)
        {
            return JsonSyntax.Describe(value, fault);
        }
    }

    private string? ReadDocument(ReadOnlySpan<byte> value)
    {
        Utf8JsonReader json = new(value);
        json.Read();
        IsObject = json.TokenType is JsonTokenType.StartObject;
        bool mayRepeatNames = !IsObject;
        int next = 0;
        while (json.Read())
        {
            mayRepeatNames |= json.TokenType is JsonTokenType.StartObject;
            if (!IsObject || json.CurrentDepth != 1 || json.TokenType is not JsonTokenType.PropertyName)
            {
                continue;
            }

            int field = Find(ref json, next);
            if (field < 0)
            {
                mayRepeatNames = true;
                continue;
            }

            if (_tokens[field] != JsonTokenType.None)
            {
                return $"/{PaymentSchema.Name((PaymentField)field)} is given more than once.";
            }

            next = field + 1;
            json.Read();
            mayRepeatNames |= json.TokenType is JsonTokenType.StartObject;
            Take((PaymentField)field, ref json);
        }

        // Names a payment does not know, and objects within it, are rare: only then is the document read again, as a tree.
        if (mayRepeatNames)
        {
            JsonElement.Parse(value, NoDuplicates);
        }

        return null;
    }

    private static int Find(ref Utf8JsonReader json, int next)
    {
        // Most writers keep the order of the fields, so the next one is the likeliest.
        for (int i = 0; i < PaymentSchema.Fields; i++)
        {
            int field = (next + i) % PaymentSchema.Fields;
            if (json.ValueTextEquals(PaymentSchema.Utf8Name(field)))
            {
                return field;
            }
        }

        return -1;
    }

    private void Take(PaymentField field, ref Utf8JsonReader json)
    {
        _tokens[(int)field] = json.TokenType;
        if (json.TokenType is JsonTokenType.String)
        {
            _texts[(int)field] = json.GetString();
        }
        else if (json.TokenType is JsonTokenType.Number && field is PaymentField.Amount)
        {
            Amount = json.TryGetDecimal(out decimal amount) ? amount : null;
        }
        else if (json.TokenType is JsonTokenType.Number && field is PaymentField.TransactionTime)
        {
            // 1700000000000.0 is the same integer in JSON.
            Time = json.TryGetInt64(out long whole) ? whole
                : json.TryGetDecimal(out decimal exact) && decimal.IsInteger(exact) && exact is >= long.MinValue and <= long.MaxValue ? (long)exact : null;
        }
    }
}
