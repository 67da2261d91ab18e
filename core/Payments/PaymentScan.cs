using System.Text.Json;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Payments;

/// <summary>What one pass over a record's bytes found; nothing is judged here but the syntax.</summary>
internal sealed class PaymentScan : IFlatScan
{
    private readonly JsonTokenType[] _tokens = new JsonTokenType[PaymentSchema.Fields];
    private readonly string?[] _texts = new string?[PaymentSchema.Fields];

    /// <summary>Whether the document is an object.</summary>
    public bool IsObject { get; set; }

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
        PaymentScan self = this;
        return FlatObject.Read(value, ref self);
    }

    int IFlatScan.Fields => PaymentSchema.Fields;

    ReadOnlySpan<byte> IFlatScan.Utf8Name(int field) => PaymentSchema.Utf8Name(field);

    string IFlatScan.Name(int field) => PaymentSchema.Name((PaymentField)field);

    bool IFlatScan.Has(int field) => _tokens[field] != JsonTokenType.None;

    void IFlatScan.Take(int index, ref Utf8JsonReader json)
    {
        PaymentField field = (PaymentField)index;
        _tokens[index] = json.TokenType;
        if (json.TokenType is JsonTokenType.String)
        {
            _texts[index] = json.GetString();
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
