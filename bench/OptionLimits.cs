using System.CommandLine;

namespace SpecialDelivery.Bench;

/// <summary>Limits of what a command line may ask for.</summary>
internal static class OptionLimits
{
    /// <summary>Refuses smaller numbers.</summary>
    /// <param name="option">The option.</param>
    /// <param name="least">The smallest one.</param>
    public static void AtLeast(this Option<int> option, int least) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < least)
        {
            result.AddError($"{option.Name} must be at least {least}.");
        }
    });
}
