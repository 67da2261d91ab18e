namespace Microsoft.Spark.Interop.Launch;

/// <summary>Ends this program when the JVM that started it is gone.</summary>
/// <remarks>The JVM holds the other end of standard input and never writes there, so its end is the JVM's end, however it died.</remarks>
internal static class ParentWatch
{
    private const int ExitCode = 143; // as if the signal that ended the JVM had reached this process too
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    public static void Start() => new Thread(Watch) { IsBackground = true, Name = "spark-parent-watch" }.Start();

    private static void Watch()
    {
        using (Stream input = Console.OpenStandardInput())
        {
            byte[] ignored = new byte[256];
            while (input.Read(ignored) > 0)
            {
            }
        }

        Thread.Sleep(Grace); // calls fail at once, so a program in order gets to its own end first
        Console.Error.WriteLine("The JVM that started this program is gone; leaving.");
        Environment.Exit(ExitCode);
    }
}
