namespace SpecialDelivery.Api.Commands;

/// <summary>What the program tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Stopped when it was asked to.</summary>
    public const int Done = 0;

    /// <summary>It could not listen.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the settings are wrong.</summary>
    public const int Usage = 2;
}
