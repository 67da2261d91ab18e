using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;

namespace SpecialDelivery.Core.Orders;

/// <summary>What one pass over a record's bytes found; nothing is judged here but the syntax.</summary>
/// <remarks>Numbers are kept as doubles: every legal integer of an order lies far below 2^53, and an illegal one stays illegal.</remarks>
internal struct OrderScan
{
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    private Numbers _numbers;
    private Tokens _tokens;

    /// <summary>How many fields of <see cref="OrderField"/> were looked for.</summary>
    public int Fields { get; private set; }

    /// <summary>The id as text, null when it is missing or no text.</summary>
    public string? Id { get; private set; }

    /// <summary>Whether the document is an object.</summary>
    public bool IsObject { get; private set; }

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
        bool mayRepeatNames = false;
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

            if (_tokens[field] != (byte)JsonTokenType.None)
            {
                return $"/{OrderSchema.Name((OrderField)field)} is given more than once.";
            }

            next = field + 1;
            json.Read();
            mayRepeatNames |= json.TokenType is JsonTokenType.StartObject;
            Take((OrderField)field, ref json);
        }

        // Names the order does not know, and objects within it, are rare: only then is the document read again, as a tree.
        if (mayRepeatNames || !IsObject)
        {
            JsonElement.Parse(value, NoDuplicates);
        }

        return null;
    }

    private readonly int Find(ref Utf8JsonReader json, int next)
    {
        // Most writers keep the order of the fields, so the next one is the likeliest.
        for (int i = 0; i < Fields; i++)
        {
            int field = (next + i) % Fields;
            if (json.ValueTextEquals(OrderSchema.Utf8Name(field)))
            {
                return field;
            }
        }

        return -1;
    }

    private void Take(OrderField field, ref Utf8JsonReader json)
    {
        _tokens[(int)field] = (byte)json.TokenType;
        if (field is OrderField.Id)
        {
            Id = json.TokenType is JsonTokenType.String ? json.GetString() : null;
        }
        else if (json.TokenType is JsonTokenType.Number)
        {
            _numbers[(int)field] = OrderSchema.IsInteger(field) && json.TryGetInt64(out long whole) ? whole : json.GetDouble();
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
