using System.Net;
using System.Net.Sockets;

namespace SpecialDelivery.Engine.Machine;

/// <summary>Free and taken ports of the loopback interface.</summary>
public static class LoopbackPorts
{
    /// <summary>Whether a server could listen there now.</summary>
    public static bool IsFree(int port)
    {
        using TcpListener listener = new(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Some free ports, all different. Another process may take one before it is used: that start then fails in clear words.</summary>
    public static IReadOnlyList<int> Free(int count)
    {
        List<TcpListener> listeners = [];
        try
        {
            for (int i = 0; i < count; i++)
            {
                TcpListener listener = new(IPAddress.Loopback, 0);
                listeners.Add(listener);
                listener.Start();
            }

            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }
}
