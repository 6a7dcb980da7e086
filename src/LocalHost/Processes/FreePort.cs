using System.Net;
using System.Net.Sockets;

namespace Lianxin.LocalHost.Processes;

internal static class FreePort
{
    /// <summary>Ports of 127.0.0.1 that are free now; all held at once, so that they differ.</summary>
    public static IReadOnlyList<int> Take(int count)
    {
        var held = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            held.ForEach(listener => listener.Start());
            return [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            held.ForEach(listener => listener.Dispose());
        }
    }

    /// <exception cref="StartRefused">Something listens there already.</exception>
    public static void Demand(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
        }
        catch (SocketException)
        {
            throw new StartRefused($"端口 {port} 已被占用，请用 --port 另选", $"port {port} is taken; choose another with --port");
        }
    }
}
