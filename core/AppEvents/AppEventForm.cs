using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>The form in which <see cref="AppEventJson"/> writes events, told without a JSON reader: ASCII, no blanks, no escapes, few details of different names.</summary>
/// <remarks>
/// What has this form is a sound event, and <see cref="AppEventParser"/> reads the same from it; what has another may be sound all the same: only the strict reader refuses.
/// </remarks>
public static class AppEventForm
{
    private const int MostParams = 16;
    private const int MostDigits = 15;

    /// <summary>No text within a record of this length is too long.</summary>
    private const int MostBytes = AppEventLimits.MaxValueLength;

    private static readonly SearchValues<byte> TypeBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"u8);
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-$ "u8);
    private static readonly SearchValues<byte> TextBytes = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(each => (byte)each).Where(each => each is not (byte)'"' and not (byte)'\\')]);

    private static readonly byte[] Begin = Encoding.UTF8.GetBytes($"{{\"{AppEventFields.EventType}\":\"");
    private static readonly byte[] ToTs = Encoding.UTF8.GetBytes($"\",\"{AppEventFields.Ts}\":");
    private static readonly byte[] ToParams = Encoding.UTF8.GetBytes($",\"{AppEventFields.Params}\":");

    /// <summary>Reads a record of the usual form.</summary>
    /// <param name="record">Any bytes.</param>
    /// <param name="plain">The event.</param>
    /// <returns>False for any other form, sound or not.</returns>
    public static bool TryRead(ReadOnlySpan<byte> record, out PlainEvent plain)
    {
        plain = default;
        FormReader form = new(record);
        if (record.Length > MostBytes || !form.Skip(Begin) || form.Take(TypeBytes) is not { Length: > 0 and <= AppEventLimits.MaxTypeLength } type)
        {
            return false;
        }

        int typeEnd = form.Position;
        if (!form.Skip(ToTs) || !form.TakeWhole(out long ts) || ts > AppEventLimits.LatestTs || !form.Skip(ToParams))
        {
            return false;
        }

        int paramsStart = form.Position;
        if (!SkipParams(ref form))
        {
            return false;
        }

        int paramsEnd = form.Position;
        plain = new((typeEnd - type.Length)..typeEnd, ts, paramsStart..paramsEnd);
        return form.Skip("}"u8) && form.IsAtEnd;
    }

    private static bool SkipParams(ref FormReader form)
    {
        if (form.Skip("{}"u8))
        {
            return true;
        }

        if (!form.Skip("{"u8))
        {
            return false;
        }

        Names names = default;
        int count = 0;
        do
        {
            if (count == MostParams || !form.Skip("\""u8) || form.Take(NameBytes) is not { Length: > 0 and <= AppEventLimits.MaxNameLength } name)
            {
                return false;
            }

            for (int i = 0; i < count; i++)
            {
                if (form.Text[names[i]].SequenceEqual(name))
                {
                    return false;
                }
            }

            names[count++] = (form.Position - name.Length)..form.Position;
            if (!form.Skip("\":"u8) || !SkipValue(ref form))
            {
                return false;
            }
        }
        while (form.Skip(","u8));
        return form.Skip("}"u8);
    }

    private static bool SkipValue(ref FormReader form)
    {
        if (form.Skip("\""u8))
        {
            form.Take(TextBytes);
            return form.Skip("\""u8);
        }

        return form.Skip("true"u8) || form.Skip("false"u8) || form.Skip("null"u8) || SkipNumber(ref form);
    }

    private static bool SkipNumber(ref FormReader form)
    {
        form.Skip("-"u8);
        ReadOnlySpan<byte> whole = form.TakeDigits();
        bool isNumber = whole.Length is > 0 and <= MostDigits && (whole.Length == 1 || whole[0] != '0');
        return isNumber && (!form.Skip("."u8) || form.TakeDigits().Length is > 0 and <= MostDigits);
    }

    [InlineArray(MostParams)]
    private struct Names
    {
        private Range _first;
    }
}
