using System.CommandLine;
using System.Globalization;
using Simpul.Contracts;
using Simpul.Grains.Hosting;
using Simpul.Hosting;
using Simpul.Hosting.Security;
using Simpul.Hosting.Settings;
using Simpul.Silo.Operations;

namespace Simpul.Silo;

/// <summary>
/// The options of the program, each with an environment variable of its name that stands where the option is not given. Values are
/// read as text, so that one run tells all that is wrong.
/// </summary>
internal sealed class SiloOptions
{
    private static readonly Dictionary<string, LogLevel> s_levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["debug"] = LogLevel.Debug, ["information"] = LogLevel.Information, ["warning"] = LogLevel.Warning, ["error"] = LogLevel.Error,
    };

    private readonly Option<string?> _data = Text("--data", "FOLDER", "Data folder; the user's own unless named");
    private readonly Option<string?> _httpPort = Text("--http-port", "PORT", $"Dashboard, health and metrics; {SiloSettings.DefaultHttpPort} unless named");
    private readonly Option<string?> _siloPort = Text("--silo-port", "PORT", $"Other silos; {SiloSettings.DefaultSiloPort} unless named");
    private readonly Option<string?> _gatewayPort = Text("--gateway-port", "PORT", $"Clients; {SiloSettings.DefaultGatewayPort} unless named");
    private readonly Option<string?> _bind = Text("--bind", "ADDRESS", "Address of all ports; 127.0.0.1 unless named");
    private readonly Option<string?> _advertise = Text("--advertise", "ADDRESS", "Address that other silos and clients are told; that of --bind, or the machine's only one, unless named");
    private readonly Option<string?> _clusterId = Text("--cluster-id", "ID", $"What the cluster is called; {ClusterSettings.DefaultClusterId} unless named");

    private readonly Flag _postgres = new("--postgres")
    {
        Description = $"Data and list of silos in PostgreSQL, whose connection string {PostgresSettings.Variable} holds, never an argument",
    };

    private readonly Option<string?> _postgresFile = Text(PostgresSettings.FileSetting, "FILE", "File with the connection string of PostgreSQL");
    private readonly Option<string?> _schemaChanges =
        Text("--schema-changes", "allow|deny", "Whether tables are made and renewed at start; allow unless named. Where not, see silo schema apply");

    // For corpora that are made from then on; the number of one that exists never changes.
    private readonly Option<string?> _slices = Text("--slices", "N", "Ledgers of a new corpus; 16 unless named. See docs/capacity.md");
    private readonly Option<string?> _buckets = Text("--buckets", "N", "Tallies of a new corpus; 4 unless named");
    private readonly Option<string?> _log = Text("--log", "text|json", "Form of the log on standard error; json where it is no terminal unless named");
    private readonly Option<string?> _logLevel = Text("--log-level", "LEVEL", "debug, information, warning or error; information unless named");

    public void AddTo(Command command)
    {
        AddDatabaseTo(command);
        foreach (var option in new[] { _schemaChanges, _data, _httpPort, _siloPort, _gatewayPort, _bind, _advertise, _clusterId, _slices, _buckets, _log, _logLevel })
            command.Options.Add(option);
    }

    /// <summary>Adds the options that name a database, and no others.</summary>
    public void AddDatabaseTo(Command command)
    {
        command.Options.Add(_postgres);
        command.Options.Add(_postgresFile);
    }

    /// <summary>The database that a command line and an environment name; null where they name none.</summary>
    public PostgresSettings? ReadDatabase(ParseResult parsed, Func<string, string?> variable, List<SettingError> errors)
    {
        if (parsed.GetValue(_postgres) is not null)
        {
            errors.Add(new(
                _postgres.Name, "It takes no value: every user of the machine can read a program's arguments.",
                $"Set {PostgresSettings.Variable}, or name a file that holds the connection string with {PostgresSettings.FileSetting}."));
            return null;
        }

        var before = errors.Count;
        var found = PostgresSettings.Read(parsed.GetValue(_postgresFile), variable, errors);
        if (found is null && errors.Count == before && parsed.GetResult(_postgres) is not null)
        {
            errors.Add(new(
                _postgres.Name, "No database is named.",
                $"Set {PostgresSettings.Variable} to {PostgresSettings.Form}, or name a file that holds it with {PostgresSettings.FileSetting}."));
        }

        return found;
    }

    /// <summary>The settings that a command line and an environment ask for; all that is wrong goes to <paramref name="errors"/>.</summary>
    public SiloSettings Read(ParseResult parsed, Func<string, string?> variable, out IReadOnlyList<SettingError> errors)
    {
        var problems = new List<SettingError>();
        var postgres = Database(out var folder);
        var settings = new SiloSettings
        {
            DataFolder = folder,
            Postgres = postgres,
            Bind = Value(_bind) ?? "127.0.0.1",
            HttpPort = Port(_httpPort, SiloSettings.DefaultHttpPort),
            SiloPort = Port(_siloPort, SiloSettings.DefaultSiloPort),
            GatewayPort = Port(_gatewayPort, SiloSettings.DefaultGatewayPort),
            Advertise = Value(_advertise),
            Grains = Layout(Count(_slices, Limits.MaxSlices), Count(_buckets, Limits.MaxBuckets)),
            // From the environment alone: arguments are seen by every user of the machine.
            Token = AccessToken.Read(variable, problems),
            Cluster = new ClusterSettings
            {
                ClusterId = Value(_clusterId) ?? ClusterSettings.DefaultClusterId,
                Tls = TlsSettings.Read(variable, problems),
            },
        };
        var named = problems.Select(static p => p.Setting).ToHashSet();
        // Which place was meant is known only once what is wrong with its name is mended.
        if (settings.Postgres is null && settings.DataFolder is null) named.Add(_data.Name);
        problems.AddRange(settings.Validate().Where(e => !named.Contains(e.Setting)));
        errors = problems;
        return settings;

        string? Value(Option<string?> option) => ValueOf(option, parsed, variable);

        int Port(Option<string?> option, int standard)
        {
            if (Value(option) is not { } text) return standard;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port)) return port;
            problems.Add(new(option.Name, $"\"{text}\" is not a port.", "Use a number from 1 to 65535."));
            return standard;
        }

        int? Count(Option<string?> option, int most)
        {
            if (Value(option) is not { } text) return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most) return count;
            problems.Add(new(option.Name, $"\"{text}\" is no number from 1 to {most}.", "Leave it out to have the default."));
            return null;
        }

        static Action<GrainsOptions>? Layout(int? slices, int? buckets) => slices is null && buckets is null ? null : options =>
        {
            options.DefaultSlices = slices ?? options.DefaultSlices;
            options.DefaultBuckets = buckets ?? options.DefaultBuckets;
        };

        // A folder that is named as an argument stands above a database of the environment, and a database above the folder of one.
        PostgresSettings? Database(out string? folder)
        {
            var isNamed = parsed.GetResult(_postgres) is not null || parsed.GetResult(_postgresFile) is not null;
            var data = parsed.GetValue(_data);
            var before = problems.Count;
            var found = data is not null && !isNamed ? null : ReadDatabase(parsed, variable, problems);
            folder = found is not null || problems.Count > before ? data : Folder(Value(_data));
            return found is null ? null : found with { AllowSchemaChanges = SchemaChanges() };
        }

        bool SchemaChanges()
        {
            var text = Value(_schemaChanges) ?? "allow";
            if (text is not ("allow" or "deny")) problems.Add(new(_schemaChanges.Name, $"\"{text}\" is neither allow nor deny.", "Use allow or deny."));
            return text != "deny";
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

    /// <summary>How the log is to be written; what is wrong goes to <paramref name="errors"/>.</summary>
    public SiloLogSettings ReadLog(ParseResult parsed, Func<string, string?> variable, out IReadOnlyList<SettingError> errors)
    {
        var problems = new List<SettingError>();
        var (form, level) = (ValueOf(_log, parsed, variable), ValueOf(_logLevel, parsed, variable));
        var settings = SiloLogSettings.Default;
        if (form is "text" or "json") settings = settings with { IsJson = form == "json" };
        else if (form is not null) problems.Add(new(_log.Name, $"\"{form}\" is no form of a log.", "Use text or json."));
        if (level is not null && s_levels.TryGetValue(level, out var known)) settings = settings with { Level = known };
        else if (level is not null) problems.Add(new(_logLevel.Name, $"\"{level}\" is no level.", $"Use {string.Join(", ", s_levels.Keys)}."));
        errors = problems;
        return settings;
    }

    /// <summary>The variable that stands for an option: <c>SIMPUL_HTTP_PORT</c> for <c>--http-port</c>.</summary>
    public static string Variable(string option) => "SIMPUL_" + option[2..].Replace('-', '_').ToUpperInvariant();

    private static string? ValueOf(Option<string?> option, ParseResult parsed, Func<string, string?> variable) =>
        parsed.GetValue(option) ?? (variable(Variable(option.Name)) is { Length: > 0 } text ? text : null);

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = $"{description} ({Variable(name)})" };
}
