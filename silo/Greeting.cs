using System.Net;
using Simpul.Hosting.Settings;

namespace Simpul.Silo;

/// <summary>What a silo says once it is ready.</summary>
internal static class Greeting
{
    /// <summary>The HTTP address comes first: scripts read it.</summary>
    public static async Task Write(SiloSettings settings, TextWriter output)
    {
        var http = $"http://{new IPEndPoint(settings.LocalAddress, settings.HttpPort!.Value)}";
        await output.WriteLineAsync($"Silo ready: {http}");
        await output.WriteLineAsync($"  dashboard  {http}/dashboard");
        await output.WriteLineAsync($"  health     {http}/health/ready");
        await output.WriteLineAsync($"  metrics    {http}/metrics");
        await output.WriteLineAsync($"  data       {settings.Postgres?.Connection.ToString() ?? settings.DataFolder}");
        await output.WriteLineAsync($"  clients    simpul --cluster {new IPEndPoint(settings.AdvertisedAddress, settings.GatewayPort)}");
        await output.FlushAsync();
    }
}
