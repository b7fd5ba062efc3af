using Npgsql;

namespace Simpul.Storage.Postgres;

/// <summary>How to reach a PostgreSQL database, password included; shows itself without.</summary>
public sealed class PostgresConnection
{
    private readonly NpgsqlConnectionStringBuilder _builder;

    private PostgresConnection(NpgsqlConnectionStringBuilder builder) => _builder = builder;

    /// <summary>The server, a name or an address; of several, the first.</summary>
    public string Host => _builder.Host!.Split(',')[0].Split(':')[0];

    /// <summary>The server's port.</summary>
    public int Port => _builder.Port;

    /// <summary>
    /// Reads a connection string, <c>Host=db;Database=simpul;Username=simpul;Password=...</c> or
    /// <c>postgres://user:password@host:port/database</c>.
    /// </summary>
    /// <exception cref="FormatException">It is none; the message quotes none of it.</exception>
    public static PostgresConnection Parse(string text)
    {
        text = text.Trim();
        if (text.Length == 0) throw new FormatException("The connection string is empty.");
        var builder = IsAddress(text) ? FromAddress(text) : FromPairs(text);
        if (string.IsNullOrEmpty(builder.Host)) throw new FormatException("The connection string names no Host.");
        if (string.IsNullOrEmpty(builder.Database)) throw new FormatException("The connection string names no Database.");
        return new PostgresConnection(builder);
    }

    /// <summary>The connections of a process.</summary>
    /// <param name="poolSize">The most of them at once, unless the connection string says.</param>
    public NpgsqlDataSource Open(int poolSize)
    {
        var settings = new NpgsqlConnectionStringBuilder(_builder.ConnectionString);
        Default("Maximum Pool Size", () => settings.MaxPoolSize = poolSize);
        Default("Application Name", () => settings.ApplicationName = "simpul");
        Default("Max Auto Prepare", () => settings.MaxAutoPrepare = 64);
        Default("Auto Prepare Min Usages", () => settings.AutoPrepareMinUsages = 2);
        // A server that is gone without a word is noticed by these alone.
        Default("Timeout", () => settings.Timeout = 10);
        Default("Command Timeout", () => settings.CommandTimeout = 20);
        Default("Keepalive", () => settings.KeepAlive = 10);
        // Nothing here leaves state behind in a session, and the settings of one must last.
        settings.NoResetOnClose = true;
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        source.UsePhysicalConnectionInitializer(Initialize, InitializeAsync);
        return source.Build();

        void Default(string keyword, Action set)
        {
            if (!_builder.ShouldSerialize(keyword)) set();
        }
    }

    /// <summary>Who connects to which database where; without the password.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_builder.Host}:{_builder.Port}/{_builder.Database}");

    // What is acknowledged must be on the server's disk, whatever the database's or the role's default is.
    private const string Durable = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

    private static void Initialize(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Durable, connection);
        command.ExecuteNonQuery();
    }

    private static async Task InitializeAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Durable, connection);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static bool IsAddress(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static NpgsqlConnectionStringBuilder FromPairs(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            // The cause may quote a value, and any value may be the secret.
            throw new FormatException("The connection string is not of the form Host=db;Port=5432;Database=simpul;Username=simpul;Password=...");
        }
    }

    private static NpgsqlConnectionStringBuilder FromAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0)
            throw new FormatException("The connection string is not of the form postgres://user:password@host:port/database.");
        var user = address.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host.Trim('[', ']'),
            Port = address.Port > 0 ? address.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')),
        };
        if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = pair.Split('=', 2) is [var k, var v] ? (Uri.UnescapeDataString(k), Uri.UnescapeDataString(v)) : (pair, "");
            try
            {
                builder[Keyword(key)] = value;
            }
            catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException)
            {
                throw new FormatException($"The connection string's parameter {key} is not known, or its value is none.");
            }
        }

        return builder;
    }

    // The names that other PostgreSQL clients give to what addresses usually carry.
    private static string Keyword(string parameter) => parameter switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "sslcert" => "SSL Certificate",
        "sslkey" => "SSL Key",
        "connect_timeout" => "Timeout",
        "application_name" => "Application Name",
        "target_session_attrs" => "Target Session Attributes",
        _ => parameter,
    };
}
