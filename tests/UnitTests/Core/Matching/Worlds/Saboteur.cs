namespace UnitTests.Core.Matching.Worlds;

/// <summary>Ends a run at a step of its own choice, as a crash would.</summary>
internal sealed class Saboteur
{
    private long _left = long.MaxValue;

    /// <summary>Steps made so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Lets some more steps pass, and then none.</summary>
    public void StrikeAfter(long steps) => _left = steps;

    /// <summary>Before every step that leaves a trace outside the process.</summary>
    public void Step()
    {
        Steps++;
        if (_left-- <= 0)
        {
            _left = long.MaxValue;
            throw new CrashException();
        }
    }
}
