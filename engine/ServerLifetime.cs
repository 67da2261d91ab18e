namespace SpecialDelivery.Engine;

/// <summary>Whether a server goes when its starter goes.</summary>
public enum ServerLifetime
{
    /// <summary>Gone with the process that started it, even if that one is killed.</summary>
    Bound,

    /// <summary>Runs on until <c>sd down</c>.</summary>
    Detached,
}
