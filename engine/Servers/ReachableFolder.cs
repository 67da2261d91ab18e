using System.Security.Cryptography;
using System.Text;
using SpecialDelivery.Engine.Machine;

namespace SpecialDelivery.Engine.Servers;

/// <summary>Where a server of another user keeps what it must reach: a home closed to others, such as root's, is out of its reach.</summary>
internal static class ReachableFolder
{
    private static readonly DirectoryInfo State = new("/var/lib/special-delivery");

    /// <summary>The folder itself when the user can enter it, else its stand-in among the system's state.</summary>
    /// <param name="folder">The folder in the engine's home; it must exist.</param>
    /// <param name="user">Who must reach it; null for the user of this process.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<DirectoryInfo> ForAsync(DirectoryInfo folder, UnprivilegedUser? user, CancellationToken cancel)
    {
        if (user is null || await user.CanEnterAsync(folder, cancel).ConfigureAwait(false))
        {
            return folder;
        }

        DirectoryInfo standIn = StandInOf(folder);
        foreach (DirectoryInfo part in new[] { State, standIn })
        {
            part.Create();
            File.SetUnixFileMode(part.FullName, Open);
        }

        return standIn;
    }

    /// <summary>Removes the stand-in of a folder, if there is one.</summary>
    public static void Remove(DirectoryInfo folder)
    {
        DirectoryInfo standIn = StandInOf(folder);
        if (standIn.Exists)
        {
            standIn.Delete(recursive: true);
            if (!State.EnumerateFileSystemInfos().Any())
            {
                State.Delete();
            }
        }
    }

    private const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static DirectoryInfo StandInOf(DirectoryInfo folder)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.FullName)))[..12];
        return new DirectoryInfo(Path.Combine(State.FullName, $"{folder.Name}-{hash}"));
    }
}
