namespace SpecialDelivery.Engine;

/// <summary>A fault of the engine in words for the person at the terminal: what, which value, and the cure.</summary>
public sealed class EngineException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">Plain words, complete in themselves.</param>
    /// <param name="cause">What led to it, if anything did.</param>
    public EngineException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
