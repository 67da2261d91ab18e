using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Machine;

namespace IntegrationTests.Deploy;

/// <summary>The real <c>prometheus</c> and <c>promtool</c>: the system's, or unpacked from Debian's package without installing it, which would start a service.</summary>
internal sealed record PrometheusPrograms(string Prometheus, string Promtool)
{
    private const string Package = "prometheus";

    /// <summary>Finds them, or fetches them once.</summary>
    /// <exception cref="EngineException">Neither is possible; says what to type.</exception>
    public static async Task<PrometheusPrograms> EnsureAsync(CancellationToken cancel)
    {
        if (PathProgram.Find("prometheus") is { } prometheus && PathProgram.Find("promtool") is { } promtool)
        {
            return new(prometheus.FullName, promtool.FullName);
        }

        DirectoryInfo folder = new(Path.Combine(EngineSettings.From(Environment.GetEnvironmentVariable, RepositoryRoot.Find()).Home.FullName, "tools", Package));
        PrometheusPrograms unpacked = new(Path.Combine(folder.FullName, "usr", "bin", "prometheus"), Path.Combine(folder.FullName, "usr", "bin", "promtool"));
        if (!File.Exists(unpacked.Promtool))
        {
            folder.Create();
            if (Environment.IsPrivilegedProcess)
            {
                await RunAsync("apt-get -q update", folder, cancel);
            }

            await RunAsync($"apt-get -q download {Package}", folder, cancel);
            await RunAsync($"dpkg-deb -x {Package}_*.deb .", folder, cancel);
        }

        return unpacked;
    }

    private static async Task RunAsync(string command, DirectoryInfo folder, CancellationToken cancel)
    {
        (int exitCode, string output) = await Shell.RunAsync("bash", ["-c", $"cd '{folder.FullName}' && {command}"], null, cancel);
        if (exitCode != 0)
        {
            throw new EngineException($"'{command}' ended with code {exitCode}; install Debian's package {Package}. {output}");
        }
    }
}
