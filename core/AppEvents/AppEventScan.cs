using System.Text;
using System.Text.Json;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>One pass over the bytes of an event.</summary>
internal sealed class AppEventScan
{
    private const string RepeatedName = "is given more than once.";
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };
    private static readonly string TsRange = $"unix seconds within 0..{AppEventLimits.LatestTs}";

    private readonly FaultList _faults = new();
    private readonly List<AppEventParam> _params = [];
    private string? _type;
    private long _ts;
    private bool _hasType;
    private bool _hasTs;
    private bool _hasParams;
    private int _unknown;

    /// <summary>Reads an event.</summary>
    /// <param name="value">UTF-8.</param>
    /// <exception cref="JsonException">It is not one JSON document, or a name that an event does not have occurs twice.</exception>
    public AppEventOutcome Read(ReadOnlySpan<byte> value)
    {
        Utf8JsonReader json = new(value);
        json.Read();
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            JsonElement.Parse(value, NoDuplicates);
            return AppEventOutcome.Refuse("", DeadLetterReason.Schema, $"The event {JsonSyntax.Found(json.TokenType)}: it must be an object.");
        }

        string? repeated = null;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            repeated ??= ReadField(ref json);
        }

        while (json.Read())
        {
            // Only white space may follow; anything else makes the reader throw.
        }

        if (repeated is not null)
        {
            return AppEventOutcome.Refuse(repeated, DeadLetterReason.Syntax, RepeatedName);
        }

        if (_unknown > 0)
        {
            JsonElement.Parse(value, NoDuplicates); // rare, so the names this pass skipped are compared by a second one
        }

        AddMissing();
        return _faults.IsEmpty ? new(new(_type!, _ts, _params, _unknown), []) : _faults.Refuse();
    }

    /// <summary>Reads a field of the event, from its name to its value's end.</summary>
    /// <returns>The pointer to a name that is given twice, or null.</returns>
    private string? ReadField(ref Utf8JsonReader json)
    {
        bool isRepeated;
        if (json.ValueTextEquals(AppEventFields.EventType))
        {
            (isRepeated, _hasType) = (_hasType, true);
            json.Read();
            ReadType(ref json);
            return isRepeated ? $"/{AppEventFields.EventType}" : null;
        }

        if (json.ValueTextEquals(AppEventFields.Ts))
        {
            (isRepeated, _hasTs) = (_hasTs, true);
            json.Read();
            ReadTs(ref json);
            return isRepeated ? $"/{AppEventFields.Ts}" : null;
        }

        if (json.ValueTextEquals(AppEventFields.Params))
        {
            (isRepeated, _hasParams) = (_hasParams, true);
            json.Read();
            return ReadParams(ref json) ?? (isRepeated ? $"/{AppEventFields.Params}" : null);
        }

        _unknown++;
        json.Skip();
        return null;
    }

    private void ReadType(ref Utf8JsonReader json)
    {
        const string Pointer = $"/{AppEventFields.EventType}";
        if (json.TokenType is not JsonTokenType.String)
        {
            _faults.Add(Pointer, DeadLetterReason.Schema, $"{JsonSyntax.Found(json.TokenType)}: it must be a string");
            json.Skip();
            return;
        }

        _type = json.GetString()!;
        if (!EventType.IsValid(_type))
        {
            _faults.Add(Pointer, DeadLetterReason.Id, EventType.Describe(_type));
        }
    }

    private void ReadTs(ref Utf8JsonReader json)
    {
        const string Pointer = $"/{AppEventFields.Ts}";
        if (json.TokenType is not JsonTokenType.Number)
        {
            _faults.Add(Pointer, DeadLetterReason.Schema, $"{JsonSyntax.Found(json.TokenType)}: it must be a whole number, {TsRange}");
            json.Skip();
        }
        else if (json.ValueSpan.IndexOfAny(".eE"u8) >= 0)
        {
            _faults.Add(Pointer, DeadLetterReason.Schema, $"has a fraction or an exponent: it must be a whole number, {TsRange}");
        }
        else if (!json.TryGetInt64(out _ts) || _ts is < 0 or > AppEventLimits.LatestTs)
        {
            _faults.Add(Pointer, DeadLetterReason.Time, json.ValueSpan[0] == '-'
                ? $"is negative: {TsRange} are expected"
                : $"is too large; milliseconds? {TsRange} are expected");
        }
    }

    /// <returns>The pointer to a name that is given twice, or null.</returns>
    private string? ReadParams(ref Utf8JsonReader json)
    {
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            _faults.Add($"/{AppEventFields.Params}", DeadLetterReason.Schema, $"{JsonSyntax.Found(json.TokenType)}: it must be an object");
            json.Skip();
            return null;
        }

        string? repeated = null;
        int count = 0;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (++count > AppEventLimits.MaxParams)
            {
                json.Skip();
                continue;
            }

            string name = json.GetString()!;
            repeated ??= _params.Exists(param => param.Name == name) ? FaultList.ToParam(name) : null;
            json.Read();
            ReadParam(ref json, name);
        }

        if (count > AppEventLimits.MaxParams)
        {
            _faults.Add($"/{AppEventFields.Params}", DeadLetterReason.Size, $"has {count} members: at most {AppEventLimits.MaxParams} are allowed");
        }

        return repeated;
    }

    private void ReadParam(ref Utf8JsonReader json, string name)
    {
        if (name.Length is 0 or > AppEventLimits.MaxNameLength)
        {
            _faults.Add(FaultList.ToParam(name), DeadLetterReason.Id, $"has a name of {name.Length} characters: 1 to {AppEventLimits.MaxNameLength} are allowed");
        }
        else if (name.Any(char.IsControl))
        {
            _faults.Add($"/{AppEventFields.Params}", DeadLetterReason.Id, "has a member whose name holds a control character");
        }

        switch (json.TokenType)
        {
            case JsonTokenType.String:
                Keep(name, AppEventParamKind.Text, json.GetString()!);
                break;
            case JsonTokenType.Number when double.IsFinite(json.GetDouble()):
                Keep(name, AppEventParamKind.Number, Encoding.ASCII.GetString(json.ValueSpan));
                break;
            case JsonTokenType.Number:
                _params.Add(new(name, AppEventParamKind.Number, ""));
                _faults.Add(FaultList.ToParam(name), DeadLetterReason.Range, $"is too large: it must lie in ±{double.MaxValue:R}");
                break;
            case JsonTokenType.True or JsonTokenType.False:
                Keep(name, AppEventParamKind.Boolean, json.TokenType is JsonTokenType.True ? "true" : "false");
                break;
            case JsonTokenType.Null:
                Keep(name, AppEventParamKind.Null, "null");
                break;
            default:
                _params.Add(new(name, AppEventParamKind.Null, ""));
                _faults.Add(FaultList.ToParam(name), DeadLetterReason.Schema, $"{JsonSyntax.Found(json.TokenType)}: it must be a string, a number, a boolean or null");
                json.Skip();
                break;
        }
    }

    private void Keep(string name, AppEventParamKind kind, string text)
    {
        _params.Add(new(name, kind, text));
        if (text.Length > AppEventLimits.MaxValueLength)
        {
            _faults.Add(FaultList.ToParam(name), DeadLetterReason.Size, $"has {text.Length} characters: at most {AppEventLimits.MaxValueLength} are allowed");
        }
    }

    private void AddMissing()
    {
        if (!_hasType)
        {
            _faults.Add($"/{AppEventFields.EventType}", DeadLetterReason.Schema, $"{JsonSyntax.Found(JsonTokenType.None)}: it must be a string");
        }

        if (!_hasTs)
        {
            _faults.Add($"/{AppEventFields.Ts}", DeadLetterReason.Schema, $"{JsonSyntax.Found(JsonTokenType.None)}: it must be a whole number, {TsRange}");
        }
    }
}
