namespace SpecialDelivery.Producer.Commands;

/// <summary>What the program tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Everything sent is acknowledged, also when it was stopped early.</summary>
    public const int Done = 0;

    /// <summary>Something was not delivered, or could not be read.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;
}
