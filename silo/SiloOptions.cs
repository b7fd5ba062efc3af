using System.CommandLine;
using System.Globalization;
using Simpul.Hosting;
using Simpul.Hosting.Security;
using Simpul.Hosting.Settings;

namespace Simpul.Silo;

/// <summary>
/// The options of the program, each with an environment variable of its name that stands where the option is not given. Values are
/// read as text, so that one run tells all that is wrong.
/// </summary>
internal sealed class SiloOptions
{
    private readonly Option<string?> _data = Text("--data", "FOLDER", "Data folder; the user's own unless named");
    private readonly Option<string?> _httpPort = Text("--http-port", "PORT", $"Dashboard, health and metrics; {SiloSettings.DefaultHttpPort} unless named");
    private readonly Option<string?> _siloPort = Text("--silo-port", "PORT", $"Other silos; {SiloSettings.DefaultSiloPort} unless named");
    private readonly Option<string?> _gatewayPort = Text("--gateway-port", "PORT", $"Clients; {SiloSettings.DefaultGatewayPort} unless named");
    private readonly Option<string?> _bind = Text("--bind", "ADDRESS", "Address of all ports; 127.0.0.1 unless named");
    private readonly Option<string?> _advertise = Text("--advertise", "ADDRESS", "Address that other silos and clients are told; that of --bind, or the machine's only one, unless named");
    private readonly Option<string?> _clusterId = Text("--cluster-id", "ID", $"What the cluster is called; {ClusterSettings.DefaultClusterId} unless named");

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _data, _httpPort, _siloPort, _gatewayPort, _bind, _advertise, _clusterId }) command.Options.Add(option);
    }

    /// <summary>The settings that a command line and an environment ask for; all that is wrong goes to <paramref name="errors"/>.</summary>
    public SiloSettings Read(ParseResult parsed, Func<string, string?> variable, out IReadOnlyList<SettingError> errors)
    {
        var problems = new List<SettingError>();
        var settings = new SiloSettings
        {
            DataFolder = Folder(Value(_data)),
            Bind = Value(_bind) ?? "127.0.0.1",
            HttpPort = Port(_httpPort, SiloSettings.DefaultHttpPort),
            SiloPort = Port(_siloPort, SiloSettings.DefaultSiloPort),
            GatewayPort = Port(_gatewayPort, SiloSettings.DefaultGatewayPort),
            Advertise = Value(_advertise),
            // From the environment alone: arguments are seen by every user of the machine.
            Token = AccessToken.Read(variable, problems),
            Cluster = new ClusterSettings
            {
                ClusterId = Value(_clusterId) ?? ClusterSettings.DefaultClusterId,
                Tls = TlsSettings.Read(variable, problems),
            },
        };
        problems.AddRange(settings.Validate().ExceptBy(problems.Select(static p => p.Setting), static e => e.Setting));
        errors = problems;
        return settings;

        string? Value(Option<string?> option) => parsed.GetValue(option) ?? (variable(Variable(option.Name)) is { Length: > 0 } text ? text : null);

        int Port(Option<string?> option, int standard)
        {
            if (Value(option) is not { } text) return standard;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port)) return port;
            problems.Add(new(option.Name, $"\"{text}\" is not a port.", "Use a number from 1 to 65535."));
            return standard;
        }

        string Folder(string? named)
        {
            try
            {
                return DataFolder.Resolve(named);
            }
            catch (HostingException e)
            {
                problems.Add(new(_data.Name, e.Message, e.Remedy));
                return "";
            }
        }
    }

    /// <summary>The variable that stands for an option: <c>SIMPUL_HTTP_PORT</c> for <c>--http-port</c>.</summary>
    public static string Variable(string option) => "SIMPUL_" + option[2..].Replace('-', '_').ToUpperInvariant();

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = $"{description} ({Variable(name)})" };
}
