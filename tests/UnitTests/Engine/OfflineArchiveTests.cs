using System.Formats.Tar;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Offline;

namespace UnitTests.Engine;

public sealed class OfflineArchiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("special-delivery-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_packed_comes_out_with_content_and_the_right_to_run_it()
    {
        DirectoryInfo source = Source("one");

        DirectoryInfo target = Unpack(Pack(source, "one.tar.br"), "out");

        Assert.Equal("jar", File.ReadAllText(Path.Combine(target.FullName, "jars/a.jar")));
        Assert.True(File.GetUnixFileMode(Path.Combine(target.FullName, "bin/run")).HasFlag(UnixFileMode.OtherExecute));
        Assert.False(File.GetUnixFileMode(Path.Combine(target.FullName, "jars/a.jar")).HasFlag(UnixFileMode.OtherExecute));
        Assert.True(File.GetUnixFileMode(Path.Combine(target.FullName, "jars")).HasFlag(UnixFileMode.OtherRead | UnixFileMode.OtherExecute));
    }

    [Fact]
    public void The_same_files_give_the_same_bytes_whenever_and_in_whatever_order_they_were_made()
    {
        FileInfo first = Pack(Source("one"), "one.tar.br");
        DirectoryInfo again = Source("two", reversed: true);
        foreach (FileInfo file in again.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.LastWriteTimeUtc = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        }

        Assert.Equal(Sha256Sums.Of(first), Sha256Sums.Of(Pack(again, "two.tar.br")));
    }

    [Fact]
    public void A_file_outside_the_folder_is_refused()
    {
        FileInfo evil = new(Path.Combine(_folder.FullName, "evil.tar.br"));
        using (FileStream file = evil.Create())
        using (BrotliWriter compressed = new(file, quality: 1))
        using (TarWriter tar = new(compressed))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "../outside") { DataStream = new MemoryStream("x"u8.ToArray()) });
        }

        Assert.Throws<InvalidDataException>(() => Unpack(evil, "out"));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "outside")));
    }

    [Fact]
    public async Task A_damaged_archive_is_refused_and_nothing_is_left_that_looks_whole()
    {
        FileInfo archive = Pack(Source("one"), "part-1.0.tar.br");
        EnginePart part = new("part", "1.0", archive, new string('0', 64));
        DirectoryInfo under = _folder.CreateSubdirectory("engine");

        EngineException fault = await Assert.ThrowsAsync<EngineException>(() => PartUnpacker.EnsureAsync(part, under, new Progress<EngineProgress>(), TestContext.Current.CancellationToken));

        Assert.Contains("damaged", fault.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(under.FullName, "part-1.0")));
    }

    [Fact]
    public async Task Two_that_unpack_at_once_both_get_the_whole_part()
    {
        FileInfo archive = Pack(Source("one"), "part-1.0.tar.br");
        EnginePart part = new("part", "1.0", archive, Sha256Sums.Of(archive));
        DirectoryInfo under = _folder.CreateSubdirectory("engine");
        Directory.CreateDirectory(Path.Combine(under.FullName, "part-1.0.unpacking", "half")); // left by one that was killed

        DirectoryInfo[] folders = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(() => PartUnpacker.EnsureAsync(part, under, new Progress<EngineProgress>(), TestContext.Current.CancellationToken))));

        Assert.All(folders, folder => Assert.True(File.Exists(Path.Combine(folder.FullName, "jars/a.jar"))));
        Assert.Equal(["bin", "jars"], folders[0].GetDirectories().Select(folder => folder.Name).Order());
    }

    private DirectoryInfo Source(string name, bool reversed = false)
    {
        DirectoryInfo source = _folder.CreateSubdirectory(name);
        (string Path, string Text)[] files = [("jars/a.jar", "jar"), ("jars/b.jar", "other"), ("bin/run", "#!/bin/sh")];
        foreach ((string path, string text) in reversed ? files.Reverse() : files)
        {
            FileInfo file = new(Path.Combine(source.FullName, path));
            file.Directory!.Create();
            File.WriteAllText(file.FullName, text);
            if (path.StartsWith("bin/", StringComparison.Ordinal))
            {
                file.UnixFileMode |= UnixFileMode.UserExecute;
            }
        }

        return source;
    }

    private FileInfo Pack(DirectoryInfo source, string name)
    {
        FileInfo archive = new(Path.Combine(_folder.FullName, name));
        OfflineArchive.Pack(source, archive, null, TestContext.Current.CancellationToken);
        archive.Refresh();
        return archive;
    }

    private DirectoryInfo Unpack(FileInfo archive, string name)
    {
        DirectoryInfo target = new(Path.Combine(_folder.FullName, name));
        using FileStream stream = archive.OpenRead();
        OfflineArchive.Unpack(stream, target, null, TestContext.Current.CancellationToken);
        return target;
    }
}
