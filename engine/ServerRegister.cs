using System.Text.Json;
using SpecialDelivery.Engine.Machine;

namespace SpecialDelivery.Engine;

/// <summary>Remembers which servers of a home run, across processes.</summary>
internal sealed class ServerRegister(DirectoryInfo home)
{
    private readonly FileInfo _file = new(Path.Combine(home.FullName, "servers.json"));

    /// <summary>Held by whoever starts or stops servers of this home.</summary>
    public Task<FileLock> LockAsync(IProgress<EngineProgress> progress, CancellationToken cancel) => FileLock.TakeAsync(
        new FileInfo(Path.Combine(home.FullName, "servers.lock")),
        () => progress.Report(new EngineProgress("engine", "waiting for another sd that starts or stops servers")),
        cancel);

    /// <summary>The servers that still run.</summary>
    /// <exception cref="EngineException">The file is not what this class wrote.</exception>
    public IReadOnlyList<ServerRecord> Alive()
    {
        if (!File.Exists(_file.FullName))
        {
            return [];
        }

        try
        {
            return [.. JsonSerializer.Deserialize<ServerRecord[]>(File.ReadAllText(_file.FullName))!.Where(record => record.Process.IsAlive)];
        }
        catch (JsonException e)
        {
            throw new EngineException($"{_file.FullName} is damaged ({e.Message}): end the servers by hand, then delete it.", e);
        }
    }

    /// <summary>Replaces the list; call it under the lock.</summary>
    public void Write(IEnumerable<ServerRecord> records)
    {
        string next = _file.FullName + ".next";
        File.WriteAllText(next, JsonSerializer.Serialize(records));
        File.Move(next, _file.FullName, overwrite: true);
    }
}
