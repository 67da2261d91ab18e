namespace SpecialDelivery.Jobs.Hosting;

/// <summary>A job cannot go on, for a reason that its operator can understand and mend.</summary>
/// <param name="message">What, where, and the cure.</param>
/// <param name="cause">What lay behind it.</param>
public sealed class JobException(string message, Exception? cause = null) : Exception(message, cause);
