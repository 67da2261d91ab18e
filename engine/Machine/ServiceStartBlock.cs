namespace SpecialDelivery.Engine.Machine;

/// <summary>While it lives, packages that are installed do not start their services: Debian asks the file policy-rc.d, and 101 means no.</summary>
internal sealed class ServiceStartBlock : IDisposable
{
    private const string Policy = "/usr/sbin/policy-rc.d";

    private readonly bool _isOurs;

    public ServiceStartBlock()
    {
        _isOurs = !File.Exists(Policy); // containers often have one already, which says the same
        if (_isOurs)
        {
            File.WriteAllText(Policy, "#!/bin/sh\nexit 101\n");
            File.SetUnixFileMode(Policy, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose()
    {
        if (_isOurs)
        {
            File.Delete(Policy);
        }
    }
}
