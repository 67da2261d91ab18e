namespace UnitTests.Architecture;

/// <summary>The working copy the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SpecialDelivery.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No SpecialDelivery.sln above {AppContext.BaseDirectory}: run the tests from within the working copy.");
    }
}
