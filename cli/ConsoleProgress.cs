using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli;

/// <summary>Shows steps on standard error, so that standard output holds results alone; percentages move in place on a terminal.</summary>
internal sealed class ConsoleProgress : IProgress<EngineProgress>
{
    private const string ClearLine = "\r\u001b[K";

    private readonly Lock _oneLine = new();
    private readonly bool _isTerminal = !Console.IsErrorRedirected;

    public void Report(EngineProgress value)
    {
        lock (_oneLine)
        {
            string line = $"{value.Subject,-14} {value.Message}";
            if (value.Fraction is > 0 and < 1)
            {
                if (_isTerminal)
                {
                    Console.Error.Write($"{ClearLine}{line} {value.Fraction:P0}");
                }

                return;
            }

            Console.Error.WriteLine(_isTerminal ? ClearLine + line : line);
        }
    }
}
