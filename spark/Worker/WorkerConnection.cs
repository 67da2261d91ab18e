using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Spark.Rows;

namespace Microsoft.Spark.Worker;

/// <summary>One executor thread's line to this process: its tasks, one after the other.</summary>
/// <param name="socket">The line.</param>
/// <param name="id">What the executor calls it.</param>
/// <param name="secret">What the executor has to know.</param>
internal sealed class WorkerConnection(Socket socket, int id, string secret) : IDisposable
{
    private const int BufferSize = 1 << 16;

    /// <summary>Serves until the executor closes the line.</summary>
    public void Serve()
    {
        try
        {
            using BufferedStream input = new(new NetworkStream(socket), BufferSize);
            using BufferedStream output = new(new NetworkStream(socket), BufferSize);
            if (IsWelcome(input, output))
            {
                while (ServeTask(input, output))
                {
                }

                DrainToEnd(input);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // The executor closed the line in the midst of a task: it was cancelled, or had rows enough. There is nobody to tell.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Ends the line, and with it whatever runs there.</summary>
    public void Dispose() => socket.Dispose();

    private bool IsWelcome(Stream input, Stream output)
    {
        SideChannel.WriteInt32(output, id);
        output.Flush();
        byte[] expected = Encoding.UTF8.GetBytes(secret);
        byte[] told = new byte[expected.Length];
        bool knows = SideChannel.ReadInt32(input) == told.Length;
        if (knows)
        {
            input.ReadExactly(told);
            knows = CryptographicOperations.FixedTimeEquals(told, expected);
        }

        SideChannel.WriteText(output, knows ? "ok" : "err");
        output.Flush();
        return knows;
    }

    /// <returns>Whether another task may follow.</returns>
    private static bool ServeTask(Stream input, Stream output)
    {
        try
        {
            if (TaskHeader.Read(input) is not { } command)
            {
                return false;
            }

            TaskRunner.Of(FunctionCommand.Of(command)).Run(input, output);
            SideChannel.WriteInt32(output, WorkerSignal.EndOfDataSection);
            SideChannel.WriteInt32(output, 0); // updates of accumulators
            bool inOrder = SideChannel.ReadInt32(input) == WorkerSignal.EndOfStream;
            SideChannel.WriteInt32(output, inOrder ? WorkerSignal.EndOfStream : WorkerSignal.EndOfDataSection);
            output.Flush();
            return inOrder;
        }
        catch (Exception fault)
        {
            // Whatever the function throws fails its task on the executor, and reaches the driver with its stack. Should the line be what failed, telling fails too.
            SideChannel.WriteInt32(output, WorkerSignal.ExceptionThrown);
            SideChannel.WriteText(output, fault.ToString());
            output.Flush();
            return false;
        }
    }

    // Closing a socket with unread bytes would take back what was written last: the executor closes first.
    private static void DrainToEnd(Stream input)
    {
        byte[] ignored = new byte[BufferSize];
        while (input.Read(ignored) > 0)
        {
        }
    }
}
