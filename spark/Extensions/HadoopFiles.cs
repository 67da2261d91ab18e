using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Extensions;

/// <summary>Files on any file system that Spark knows, by path or URL: what a job moves and removes beside what Spark writes.</summary>
/// <remarks>Each call asks the file system; a call costs some of the gateway's round trips, so this is for files, not for rows.</remarks>
/// <param name="session">Whose Hadoop configuration says how file systems are reached.</param>
public sealed class HadoopFiles(SparkSession session)
{
    private const string PathClass = "org.apache.hadoop.fs.Path";

    /// <summary>Whether there is a file or a folder.</summary>
    /// <param name="path">Path or URL.</param>
    public bool Exists(string path) => At(path, (files, place) => files.Get<bool>("exists", place));

    /// <summary>Reads a small file whole.</summary>
    /// <param name="path">Path or URL.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="JvmCallException">There is no such file, or it cannot be read.</exception>
    public byte[] ReadAllBytes(string path) => At(path, (files, place) =>
    {
        using JvmObjectReference stream = files.Call("open", place);
        try
        {
            return stream.Get<byte[]>("readAllBytes");
        }
        finally
        {
            stream.Do("close");
        }
    });

    /// <summary>Writes a small file whole, in place of one that is there, and makes the folder it lies in.</summary>
    /// <param name="path">Path or URL.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="JvmCallException">The file system would not.</exception>
    public void WriteAllBytes(string path, byte[] bytes) => At(path, (files, place) =>
    {
        using JvmObjectReference stream = files.Call("create", place, true);
        try
        {
            stream.Do("write", bytes);
        }
        finally
        {
            stream.Do("close");
        }

        return true;
    });

    /// <summary>Removes a file, or a folder with all that is in it.</summary>
    /// <param name="path">Path or URL.</param>
    /// <returns>Whether it was there.</returns>
    public bool Delete(string path) => At(path, (files, place) => files.Get<bool>("delete", place, true));

    /// <summary>All files under a folder, folders themselves left out.</summary>
    /// <param name="folder">Path or URL; a folder that is not there holds none.</param>
    /// <returns>Paths relative to the folder, in order.</returns>
    public IReadOnlyList<string> List(string folder) => Exists(folder) ? At(folder, ListUnder) : [];

    /// <summary>Moves a file within its file system, and makes the folder it goes to.</summary>
    /// <param name="from">Path or URL.</param>
    /// <param name="to">Path or URL of the file itself; there must be none yet.</param>
    /// <exception cref="IOException">The file system would not.</exception>
    public void Move(string from, string to) => At(from, (files, source) =>
    {
        using JvmObjectReference target = Path(to);
        using JvmObjectReference folder = target.Call("getParent");
        files.Do("mkdirs", folder);
        return files.Get<bool>("rename", source, target) ? true : throw new IOException($"'{from}' could not be moved to '{to}': is there a file already, or none to move?");
    });

    private static string[] ListUnder(JvmObjectReference files, JvmObjectReference folder)
    {
        using JvmObjectReference root = files.Call("makeQualified", folder);
        string prefix = root.Get<string>("toString").TrimEnd('/') + "/";
        using JvmObjectReference found = files.Call("listFiles", folder, true);
        List<string> paths = [];
        while (found.Get<bool>("hasNext"))
        {
            using JvmObjectReference file = found.Call("next");
            using JvmObjectReference path = file.Call("getPath");
            paths.Add(path.Get<string>("toString")[prefix.Length..]);
        }

        paths.Sort(StringComparer.Ordinal);
        return [.. paths];
    }

    private T At<T>(string path, Func<JvmObjectReference, JvmObjectReference, T> action)
    {
        using JvmObjectReference place = Path(path);
        using JvmObjectReference context = session.Reference.Call("sparkContext");
        using JvmObjectReference configuration = context.Call("hadoopConfiguration");
        using JvmObjectReference files = place.Call("getFileSystem", configuration);
        return action(files, place);
    }

    private JvmObjectReference Path(string path) => session.Reference.Jvm.CallConstructor(PathClass, path);
}
