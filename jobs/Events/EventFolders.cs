namespace SpecialDelivery.Jobs.Events;

/// <summary>Where files of events lie unless somebody says otherwise.</summary>
internal static class EventFolders
{
    /// <summary>The default folder.</summary>
    /// <param name="home">The programs' folder.</param>
    public static string Default(string home) => Path.Combine(Path.GetFullPath(home), "events_data");
}
