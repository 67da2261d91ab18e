namespace Microsoft.Spark;

/// <summary>One link in the chain of causes of a Java exception.</summary>
/// <param name="Class">Name of the Java class.</param>
/// <param name="Message">Its message, or null where it has none.</param>
public sealed record JavaCause(string Class, string? Message);
