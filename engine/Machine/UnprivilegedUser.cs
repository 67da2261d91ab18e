namespace SpecialDelivery.Engine.Machine;

/// <summary>A user of the system for servers that refuse to run as root.</summary>
/// <param name="Name">The user's name.</param>
/// <param name="Uid">The user's number.</param>
/// <param name="Gid">The number of the user's group.</param>
internal sealed record UnprivilegedUser(string Name, int Uid, int Gid)
{
    private const string OwnName = "specialdelivery";

    /// <summary>The engine's own system user, made when it is missing; where none can be made, the system's nobody.</summary>
    /// <exception cref="EngineException">There is neither.</exception>
    public static async Task<UnprivilegedUser> EnsureAsync(Action<string> tell, CancellationToken cancel)
    {
        if (Find(OwnName) is { } existing)
        {
            return existing;
        }

        if (PathProgram.Find("useradd") is { } useradd)
        {
            tell($"making the system user '{OwnName}'");
            (int exitCode, string output) = await Shell.RunAsync(
                useradd.FullName, ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", OwnName], null, cancel)
                .ConfigureAwait(false);
            if (Find(OwnName) is { } made)
            {
                return made;
            }

            tell($"useradd ended with code {exitCode} ({output.Trim()}): using 'nobody'");
        }

        return Find("nobody") ?? throw new EngineException(
            $"Elasticsearch refuses to run as root, and the system has neither a user '{OwnName}' nor 'nobody': run sd as an ordinary user.");
    }

    /// <summary>Puts a command under this user.</summary>
    public IEnumerable<string> Run(string program, params IEnumerable<string> arguments) =>
        [(PathProgram.Find("setpriv") ?? throw new EngineException("'setpriv' is missing: apt-get install util-linux.")).FullName,
            $"--reuid={Uid}", $"--regid={Gid}", "--clear-groups", "--", program, .. arguments];

    /// <summary>Whether this user can enter a folder, whatever closes it: modes of a parent, an access list, a mount.</summary>
    public async Task<bool> CanEnterAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        string[] command = [.. Run("test", "-x", folder.FullName)];
        return (await Shell.RunAsync(command[0], command[1..], null, cancel).ConfigureAwait(false)).ExitCode == 0;
    }

    /// <summary>Gives a folder and all in it to this user.</summary>
    /// <exception cref="EngineException">The file system refused.</exception>
    public async Task TakeOwnershipAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        (int exitCode, string output) = await Shell.RunAsync("chown", ["-R", $"{Uid}:{Gid}", folder.FullName], null, cancel).ConfigureAwait(false);
        if (exitCode != 0)
        {
            throw new EngineException($"{folder.FullName} could not be given to user '{Name}': {output.Trim()}");
        }
    }

    private static UnprivilegedUser? Find(string name) =>
        File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length >= 4 && fields[0] == name)
            .Select(fields => new UnprivilegedUser(name, int.Parse(fields[2]), int.Parse(fields[3])))
            .FirstOrDefault();
}
