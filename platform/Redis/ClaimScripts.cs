using System.Reflection;

namespace SpecialDelivery.Platform.Redis;

/// <summary>The Lua scripts of the claim store; arguments and answers are plain text, so that any Redis tool can drive them.</summary>
public static class ClaimScripts
{
    /// <summary>Claims a chunk of wishes.</summary>
    public static string Claim { get; } = Read("ready") + Read("claim");

    /// <summary>Ends packages.</summary>
    public static string End { get; } = Read("ready") + Read("leave") + Read("end");

    /// <summary>Ends packages that no trip carries.</summary>
    public static string Expire { get; } = Read("ready") + Read("expire");

    /// <summary>Closes a trip.</summary>
    public static string Withdraw { get; } = Read("ready") + Read("withdraw");

    /// <summary>Writes part of a rebuilt store.</summary>
    public static string Restore { get; } = Read("restore");

    /// <summary>Opens a rebuilt store.</summary>
    public static string Finish { get; } = Read("finish");

    private static string Read(string name)
    {
        Assembly assembly = typeof(ClaimScripts).Assembly;
        using Stream script = assembly.GetManifestResourceStream($"SpecialDelivery.Platform.Redis.Scripts.{name}.lua")!;
        using StreamReader reader = new(script);
        return reader.ReadToEnd();
    }
}
