using SpecialDelivery.Engine.Machine;

namespace SpecialDelivery.Engine.Offline.Packing;

/// <summary>Runs Maven on one pom, away from the repository so that it leaves nothing there. A maintainer's tool: nobody else needs Maven.</summary>
internal sealed class MavenProject(PartPom pom, DirectoryInfo work)
{
    /// <summary>Everything on the class path, with files.</summary>
    public async Task<IReadOnlyList<MavenArtifact>> ListAsync(CancellationToken cancel)
    {
        string list = Path.Combine(work.FullName, "list");
        await RunAsync(["dependency:list", $"-DoutputFile={list}", "-DoutputAbsoluteArtifactFilename=true"], cancel).ConfigureAwait(false);
        return [.. (await File.ReadAllLinesAsync(list, cancel).ConfigureAwait(false)).Select(MavenArtifact.Parse).OfType<MavenArtifact>()];
    }

    /// <summary>Lays out the part as it is to be packed: jars in <c>jars/</c>, or the content of a distribution.</summary>
    public async Task<DirectoryInfo> CollectAsync(IReadOnlyList<MavenArtifact> artifacts, CancellationToken cancel)
    {
        DirectoryInfo content = work.CreateSubdirectory("content");
        if (artifacts.All(artifact => artifact.File.Extension == ".jar"))
        {
            string jars = content.CreateSubdirectory("jars").FullName;
            await RunAsync(["dependency:copy-dependencies", $"-DoutputDirectory={jars}"], cancel).ConfigureAwait(false);
            return content;
        }

        await RunAsync(["dependency:unpack-dependencies", $"-DoutputDirectory={content.FullName}", $"-DmarkersDirectory={Path.Combine(work.FullName, "markers")}"], cancel)
            .ConfigureAwait(false);
        return content.GetFileSystemInfos() is [DirectoryInfo only] ? only : content; // a distribution wraps itself in a folder of its name
    }

    private async Task RunAsync(string[] arguments, CancellationToken cancel)
    {
        string copy = Path.Combine(work.FullName, "pom.xml");
        pom.File.CopyTo(copy, overwrite: true);
        (int exitCode, string output) = await Shell.RunAsync("mvn", ["-B", "-q", "-f", copy, "-DincludeScope=runtime", .. arguments], null, cancel).ConfigureAwait(false);
        if (exitCode != 0)
        {
            throw new EngineException($"Maven failed on {pom.File.FullName} ({arguments[0]}):{Environment.NewLine}{output.Trim()}");
        }
    }
}
