using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Simpul.Hosting.Networking;

namespace Simpul.Cluster.Tests.Processes;

/// <summary>A running program <c>silo</c>.</summary>
internal sealed partial class SiloProcess : IAsyncDisposable
{
    private SiloProcess(Running process, SiloPortNumbers ports, Uri http)
    {
        (Process, Ports) = (process, ports);
        Http = new HttpClient { BaseAddress = http, Timeout = Deadline.Length };
    }

    public Running Process { get; }

    public SiloPortNumbers Ports { get; }

    public HttpClient Http { get; }

    public string Gateway => $"127.0.0.1:{Ports.Gateway}";

    /// <summary>Starts a silo and waits until it says where it is.</summary>
    public static Task<SiloProcess> Start(
        string dataFolder, SiloPortNumbers? ports = null, IReadOnlyDictionary<string, string?>? variables = null, params string[] more)
    {
        ports ??= SiloPortNumbers.Free();
        return Ready(ports, new Running(Programs.Silo, ["--data", dataFolder, .. ports.Arguments, .. more], variables: variables));
    }

    /// <summary>Starts a silo of a cluster whose database the variables name.</summary>
    public static Task<SiloProcess> Start(IReadOnlyDictionary<string, string?> variables) => Start(variables, "127.0.0.1");

    /// <summary>The same on an address, started by a command that leads to where the address is.</summary>
    public static Task<SiloProcess> Start(IReadOnlyDictionary<string, string?> variables, string address, params string[] within)
    {
        var ports = SiloPortNumbers.Free();
        return Ready(ports, new Running(Programs.Silo, ["--postgres", "--bind", address, .. ports.Arguments], variables: variables, within: within));
    }

    private static async Task<SiloProcess> Ready(SiloPortNumbers ports, Running process)
    {
        try
        {
            var line = await process.Line("Silo ready: http://");
            return new SiloProcess(process, ports, new Uri(Address().Match(line).Value));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a silo that may refuse.</summary>
    public static Running Launch(string dataFolder, SiloPortNumbers ports, params string[] more) =>
        new(Programs.Silo, ["--data", dataFolder, .. ports.Arguments, .. more]);

    /// <summary>Asks a page until its answer is as wanted.</summary>
    public async Task Until(string page, Func<string, bool> isWanted)
    {
        var started = TimeProvider.System.GetTimestamp();
        var answer = "";
        while (TimeProvider.System.GetElapsedTime(started) < Deadline.Length)
        {
            if (isWanted(answer = await Http.GetStringAsync(page))) return;
        }

        throw new TimeoutException($"{page} did not come to show what was wanted. It shows:\n{answer}");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Process.DisposeAsync();
    }

    [GeneratedRegex(@"http://[^\s/]+")]
    private static partial Regex Address();
}

/// <summary>Ports of a silo's own.</summary>
internal sealed record SiloPortNumbers(int Http, int Silo, int Gateway)
{
    public IEnumerable<string> Arguments =>
        ["--http-port", Text(Http), "--silo-port", Text(Silo), "--gateway-port", Text(Gateway)];

    public static SiloPortNumbers Free()
    {
        var taken = Enumerable.Range(0, 3).Select(_ => PortReservation.TakeFree(IPAddress.Loopback)).ToList();
        taken.ForEach(t => t.Dispose());
        return new SiloPortNumbers(taken[0].Port, taken[1].Port, taken[2].Port);
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
