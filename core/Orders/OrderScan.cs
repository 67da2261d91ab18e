using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SpecialDelivery.Core.Orders;

/// <summary>What one pass over a record's bytes found; nothing is judged here but the syntax.</summary>
/// <remarks>Numbers are kept as doubles: every legal integer of an order lies far below 2^53, and an illegal one stays illegal.</remarks>
internal struct OrderScan : IFlatScan
{
    private Numbers _numbers;
    private Tokens _tokens;

    /// <summary>How many fields of <see cref="OrderField"/> were looked for.</summary>
    public int Fields { get; private set; }

    /// <summary>The id as text, null when it is missing or no text.</summary>
    public string? Id { get; private set; }

    /// <summary>Whether the document is an object.</summary>
    public bool IsObject { get; set; }

    /// <summary>The field's number; 0 when it has none.</summary>
    public readonly double Number(OrderField field) => _numbers[(int)field];

    /// <summary>What the field holds; <see cref="JsonTokenType.None"/> when it is missing.</summary>
    public readonly JsonTokenType Token(OrderField field) => (JsonTokenType)_tokens[(int)field];

    /// <summary>Whether the field is there and of its type.</summary>
    public readonly bool IsTyped(OrderField field) => field is OrderField.Id
        ? Id is not null
        : Token(field) is JsonTokenType.Number && (!OrderSchema.IsInteger(field) || IsWhole(Number(field)));

    /// <summary>Reads a record.</summary>
    /// <param name="value">Any bytes.</param>
    /// <param name="fields">Fields to look for: <see cref="OrderSchema.TripFields"/> or <see cref="OrderSchema.PackageFields"/>.</param>
    /// <returns>Null for one well-formed document without repeated names, else what is wrong.</returns>
    public string? Read(ReadOnlySpan<byte> value, int fields)
    {
        Fields = fields;
        return FlatObject.Read(value, ref this);
    }

    readonly ReadOnlySpan<byte> IFlatScan.Utf8Name(int field) => OrderSchema.Utf8Name(field);

    readonly string IFlatScan.Name(int field) => OrderSchema.Name((OrderField)field);

    readonly bool IFlatScan.Has(int field) => _tokens[field] != (byte)JsonTokenType.None;

    void IFlatScan.Take(int index, ref Utf8JsonReader json)
    {
        OrderField field = (OrderField)index;
        _tokens[index] = (byte)json.TokenType;
        if (field is OrderField.Id)
        {
            Id = json.TokenType is JsonTokenType.String ? json.GetString() : null;
        }
        else if (json.TokenType is JsonTokenType.Number)
        {
            _numbers[index] = OrderSchema.IsInteger(field) && json.TryGetInt64(out long whole) ? whole : json.GetDouble();
        }
    }

    // 1e400 is an integer that no double holds: out of range, but not of another type.
    private static bool IsWhole(double number) => double.IsInteger(number) || double.IsInfinity(number);

    [InlineArray(OrderSchema.TripFields)]
    private struct Numbers
    {
        private double _first;
    }

    [InlineArray(OrderSchema.TripFields)]
    private struct Tokens
    {
        private byte _first;
    }
}
