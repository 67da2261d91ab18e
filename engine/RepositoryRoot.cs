namespace SpecialDelivery.Engine;

/// <summary>Finds the clone that the running program was built in.</summary>
public static class RepositoryRoot
{
    private const string Mark = "SpecialDelivery.sln";

    /// <summary>The nearest folder above the program that holds the solution.</summary>
    /// <exception cref="EngineException">The program was moved out of its clone.</exception>
    public static DirectoryInfo Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
            {
                return folder;
            }
        }

        throw new EngineException($"No folder above {AppContext.BaseDirectory} holds {Mark}: run the program from inside its clone.");
    }
}
