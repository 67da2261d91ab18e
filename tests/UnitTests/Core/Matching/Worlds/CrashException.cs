namespace UnitTests.Core.Matching.Worlds;

/// <summary>The process is gone.</summary>
internal sealed class CrashException : Exception;
