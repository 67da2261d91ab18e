using System.Text;

namespace UnitTests.Core;

/// <summary>Texts that are nearly right: one with one to three characters taken out, put in or exchanged.</summary>
internal static class Mutations
{
    /// <summary>Many of them, the same for the same seed.</summary>
    public static IEnumerable<string> Of(string text, string alphabet, int seed, int count)
    {
        Random dice = new(seed);
        for (int i = 0; i < count; i++)
        {
            StringBuilder changed = new(text);
            for (int changes = dice.Next(1, 4); changes > 0; changes--)
            {
                int at = dice.Next(changed.Length);
                _ = dice.Next(3) switch
                {
                    0 => changed.Remove(at, 1),
                    1 => changed.Insert(at, alphabet[dice.Next(alphabet.Length)]),
                    _ => changed.Replace(changed[at], alphabet[dice.Next(alphabet.Length)], at, 1),
                };
            }

            yield return changed.ToString();
        }
    }
}
