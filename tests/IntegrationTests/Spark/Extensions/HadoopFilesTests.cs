using Microsoft.Spark;
using Microsoft.Spark.Extensions;

namespace IntegrationTests.Spark.Extensions;

public sealed class HadoopFilesTests(SparkFixture fixture) : SparkTest(fixture)
{
    private HadoopFiles Files => new(Spark);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public void Bytes_written_come_back_and_replace_what_was_there(int length)
    {
        string path = $"file://{Folder("a/b/bytes")}";
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        Files.WriteAllBytes(path, [1, 2, 3]);

        Files.WriteAllBytes(path, bytes);

        Assert.Equal(bytes, Files.ReadAllBytes(path));
        Assert.Equal(bytes, File.ReadAllBytes(Folder("a/b/bytes")));
        Assert.Equal(["b/bytes"], Files.List(Folder("a")).Where(file => !file.EndsWith(".crc", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_is_moved_and_removed()
    {
        Files.WriteAllBytes(Folder("from"), [7]);

        Files.Move(Folder("from"), Folder("deep/to"));

        Assert.False(Files.Exists(Folder("from")));
        Assert.Equal([7], Files.ReadAllBytes(Folder("deep/to")));
        Assert.True(Files.Delete(Folder("deep")));
        Assert.False(Files.Delete(Folder("deep")));
        Assert.Empty(Files.List(Folder("deep")));
    }

    [Fact]
    public void What_is_not_there_is_an_error_that_names_it()
    {
        Assert.Contains("nowhere", Assert.Throws<JvmCallException>(() => Files.ReadAllBytes(Folder("nowhere"))).InnerException!.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", Assert.ThrowsAny<Exception>(() => Files.Move(Folder("nowhere"), Folder("to"))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_way_is_an_error_that_names_it()
    {
        Directory.CreateDirectory(Folder("folder"));

        Assert.Contains("folder", Assert.Throws<JvmCallException>(() => Files.WriteAllBytes(Folder("folder"), [1])).InnerException!.Message, StringComparison.Ordinal);
    }
}
