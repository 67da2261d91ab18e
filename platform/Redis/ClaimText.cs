using System.Buffers;
using System.Buffers.Text;
using System.Text;
using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Platform.Redis;

/// <summary>Wishes and answers as the claim script reads and writes them.</summary>
internal static class ClaimText
{
    /// <summary>Detours are counted in whole micrometres: sums of whole numbers do not depend on their order, so a rebuilt store equals the lost one.</summary>
    private const double MicrometresPerMetre = 1e6;

    /// <summary>Writes wishes as the script's third argument.</summary>
    /// <exception cref="ArgumentException">An id or a number of a wish is out of range.</exception>
    public static byte[] Write(IReadOnlyList<ClaimRequest> requests, int start, int count)
    {
        ArrayBufferWriter<byte> output = new(count * 80);
        for (int i = start; i < start + count; i++)
        {
            ClaimRequest wish = requests[i];
            Check(wish);
            Span<byte> line = output.GetSpan((2 * OrderId.MaxLength) + 100);
            int length = Append(line, 0, wish.Package);
            length = Append(line, length, wish.Trip);
            length = Append(line, length, wish.Space);
            length = Append(line, length, Micrometres(wish.AddedMetres));
            length = Append(line, length, wish.TripSpace);
            length = Append(line, length, Micrometres(wish.TripDetourMetres));
            length = Append(line, length, wish.TripPackages);
            line[length - 1] = (byte)';';
            output.Advance(length);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads the script's answer.</summary>
    /// <exception cref="FormatException">The answer is none: another script's, or cut short.</exception>
    public static void Read(ReadOnlySpan<byte> answer, IReadOnlyList<ClaimRequest> requests, int start, Span<ClaimResult> results)
    {
        for (int i = 0; i < results.Length; i++)
        {
            ClaimOutcome outcome = (ClaimOutcome)Number(ref answer);
            ReadOnlySpan<byte> holder = Field(ref answer);
            string? trip = outcome switch
            {
                ClaimOutcome.Claimed => requests[start + i].Trip,
                ClaimOutcome.ClaimedElsewhere => Encoding.ASCII.GetString(holder),
                _ => null,
            };
            long fence = Number(ref answer);
            Field(ref answer); // the claim's own space and detour, which the wish has named
            Field(ref answer);
            results[i] = new ClaimResult(outcome, trip, fence, (int)Number(ref answer), Metres(Number(ref answer)), (int)Number(ref answer));
        }

        if (!answer.IsEmpty)
        {
            throw new FormatException($"The claim script answered {answer.Length} bytes more than {results.Length} wishes need.");
        }
    }

    /// <summary>A length in whole micrometres, rounded up, so that no trip is charged less than it drives.</summary>
    public static long Micrometres(double metres) => (long)Math.Ceiling(metres * MicrometresPerMetre);

    /// <summary>A length in metres.</summary>
    public static double Metres(long micrometres) => micrometres / MicrometresPerMetre;

    /// <summary>Refuses a text that is no id: spaces and semicolons would change the meaning of the script's arguments.</summary>
    public static void CheckId(string id, string what)
    {
        if (!OrderId.IsValid(id))
        {
            throw new ArgumentException($"{what} '{id}' is no id: 1 to {OrderId.MaxLength} characters of letters, digits, '.', '_', '~' and '-' are allowed.");
        }
    }

    /// <summary>Refuses a wish that the script could misread.</summary>
    public static void Check(in ClaimRequest wish)
    {
        CheckId(wish.Package, "Package");
        CheckId(wish.Trip, "Trip");
        if (wish.Space < 0 || wish.TripSpace < 0 || wish.TripPackages < 0
            || wish.AddedMetres is not (>= 0 and <= 2 * OrderLimits.MaxDistanceMetres)
            || wish.TripDetourMetres is not (>= 0 and <= OrderLimits.MaxDistanceMetres))
        {
            throw new ArgumentException($"{wish} has a number that is negative, no number or too large: detours reach {OrderLimits.MaxDistanceMetres} m.");
        }
    }

    private static int Append(Span<byte> line, int at, string id)
    {
        int length = Encoding.ASCII.GetBytes(id, line[at..]);
        line[at + length] = (byte)' ';
        return at + length + 1;
    }

    private static int Append(Span<byte> line, int at, long number)
    {
        Utf8Formatter.TryFormat(number, line[at..], out int length);
        line[at + length] = (byte)' ';
        return at + length + 1;
    }

    private static ReadOnlySpan<byte> Field(ref ReadOnlySpan<byte> answer)
    {
        int length = answer.IndexOf((byte)' ');
        ReadOnlySpan<byte> field = length < 0 ? answer : answer[..length];
        answer = length < 0 ? [] : answer[(length + 1)..];
        return field;
    }

    private static long Number(ref ReadOnlySpan<byte> answer)
    {
        ReadOnlySpan<byte> field = Field(ref answer);
        return Utf8Parser.TryParse(field, out long number, out int read) && read == field.Length
            ? number
            : throw new FormatException($"The claim script answered '{Encoding.ASCII.GetString(field)}' where a number belongs.");
    }
}
