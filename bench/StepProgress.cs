using SpecialDelivery.Engine;

namespace SpecialDelivery.Bench;

/// <summary>Says on standard error which servers answer.</summary>
internal sealed class StepProgress : IProgress<EngineProgress>
{
    public void Report(EngineProgress value)
    {
        if (value.Fraction is not (> 0 and < 1))
        {
            Console.Error.WriteLine($"{value.Subject,-14} {value.Message}");
        }
    }
}
