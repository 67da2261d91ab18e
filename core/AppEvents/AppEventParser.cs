using System.Text.Json;
using System.Text.Unicode;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>The strict reader of app events: it alone decides what is refused and why, at the API and on the topic alike.</summary>
/// <remarks>Too large, no UTF-8 and no JSON are told alone; else every fault is told, whatever its kind. Nothing is thrown, whatever the bytes.</remarks>
public static class AppEventParser
{
    /// <summary>Reads one event.</summary>
    /// <param name="value">Any bytes.</param>
    /// <returns>The event, or all that is wrong with it.</returns>
    public static AppEventOutcome Parse(ReadOnlySpan<byte> value)
    {
        if (value.Length > AppEventLimits.MaxEventBytes)
        {
            return AppEventOutcome.Refuse("", DeadLetterReason.Size, $"The event is {value.Length} bytes: at most {AppEventLimits.MaxEventBytes} are read.");
        }

        if (!Utf8.IsValid(value))
        {
            return AppEventOutcome.Refuse("", DeadLetterReason.Syntax, JsonSyntax.NotUtf8(value));
        }

        if (JsonSyntax.HasUnpairedSurrogate(value))
        {
            return AppEventOutcome.Refuse("", DeadLetterReason.Syntax, "A string holds half of a surrogate pair.");
        }

        try
        {
            return new AppEventScan().Read(value);
        }
        catch (JsonException fault)
        {
            return AppEventOutcome.Refuse("", DeadLetterReason.Syntax, JsonSyntax.Describe(value, fault));
        }
    }
}
