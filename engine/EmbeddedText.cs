using System.Reflection;

namespace SpecialDelivery.Engine;

/// <summary>Files that are part of the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The text of one file.</summary>
    public static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no '{name}'.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
