using Microsoft.Spark.Rows;
using Microsoft.Spark.Worker;

namespace UnitTests.Spark.Worker;

/// <summary>What an executor says before the rows, byte by byte.</summary>
public sealed class TaskHeaderTests
{
    [Fact]
    public void The_command_is_found_behind_all_that_does_not_matter_here()
    {
        Stream header = Header();

        Assert.Equal([1, 2, 3], TaskHeader.Read(header));
        Assert.Equal(7, header.ReadByte()); // what follows is left for others
    }

    [Fact]
    public void The_end_of_the_line_is_no_task() => Assert.Null(TaskHeader.Read(new MemoryStream()));

    [Fact]
    public void Another_kind_of_function_is_refused_by_number() =>
        Assert.Contains("kind 200", Assert.Throws<NotSupportedException>(() => TaskHeader.Read(Header(kind: 200))).Message, StringComparison.Ordinal);

    [Fact]
    public void Broadcast_variables_are_refused() => Assert.Throws<NotSupportedException>(() => TaskHeader.Read(Header(broadcasts: 1)));

    [Fact]
    public void Several_functions_are_refused() => Assert.Throws<NotSupportedException>(() => TaskHeader.Read(Header(functions: 2)));

    [Fact]
    public void A_line_that_breaks_in_the_midst_is_an_error()
    {
        byte[] whole = Header().ToArray();

        for (int length = 4; length < whole.Length - 1; length++)
        {
            Assert.Throws<EndOfStreamException>(() => TaskHeader.Read(new MemoryStream(whole[..length])));
        }
    }

    private static MemoryStream Header(int kind = TaskHeader.MapArrowBatches, int broadcasts = 0, int functions = 1)
    {
        MemoryStream stream = new();
        Int32(0); // partition
        Text("3.x");
        stream.WriteByte(0); // no barrier
        Int32(0);
        Text("");
        Int32(11, 12, 13, 0, 14, 1); // stage, partition, attempt, id of the attempt, processors
        Int32(1); // a resource
        Text("gpu");
        Text("gpu");
        Int32(2);
        Text("0");
        Text("1");
        Int32(1); // a property
        Text("spark.job.description");
        Text(new string('é', 400));
        Text("/files");
        Int32(1); // a file to load
        Text("more.zip");
        stream.WriteByte(0);
        Int32(broadcasts, kind, 1);
        Text("spark.sql.session.timeZone");
        Text("UTC");
        Int32(functions, 2, 0, 1, 1, 3);
        stream.Write([1, 2, 3, 7]);
        stream.Position = 0;
        return stream;

        void Int32(params int[] values) => Array.ForEach(values, value => SideChannel.WriteInt32(stream, value));

        void Text(string text) => SideChannel.WriteText(stream, text);
    }
}
