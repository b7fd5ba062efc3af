using Simpul.Storage.Postgres;

namespace Simpul.Hosting.Settings;

/// <summary>The database of a cluster: its data, and the list of its silos.</summary>
/// <param name="Connection">How to reach it; shows itself without the password.</param>
public sealed record PostgresSettings(PostgresConnection Connection)
{
    /// <summary>The environment variable that holds the connection string.</summary>
    public const string Variable = "SIMPUL_POSTGRES";

    /// <summary>The environment variable that names a file with the connection string.</summary>
    public const string FileVariable = "SIMPUL_POSTGRES_FILE";

    /// <summary>The setting that names a file with the connection string.</summary>
    public const string FileSetting = "--postgres-file";

    /// <summary>How a connection string looks.</summary>
    public const string Form = "Host=db;Database=simpul;Username=simpul;Password=... or postgres://user:password@host/database";

    /// <summary>Whether a silo that starts may make and renew the tables. Default: true.</summary>
    public bool AllowSchemaChanges { get; init; } = true;

    /// <summary>How long a silo that starts waits for the server. Default: 30 s.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The settings that a file or an environment names; null where neither does. Never an argument: those are seen by every user of
    /// the machine. What is wrong goes to <paramref name="errors"/>, without the connection string.
    /// </summary>
    public static PostgresSettings? Read(string? file, Func<string, string?> variable, ICollection<SettingError> errors)
    {
        var setting = FileSetting;
        string? text = null;
        if (file is null)
        {
            text = variable(Variable) is { Length: > 0 } value ? value : null;
            file = variable(FileVariable) is { Length: > 0 } name ? name : null;
            setting = file is null ? Variable : FileVariable;
            if (text is not null && file is not null)
            {
                errors.Add(new(Variable, $"It is set, and so is {FileVariable}.", "Set one of them."));
                return null;
            }
        }

        try
        {
            if (file is not null) text = File.ReadAllText(file);
            return text is null ? null : new PostgresSettings(PostgresConnection.Parse(text));
        }
        catch (FormatException e)
        {
            errors.Add(new(setting, e.Message, $"Write it as {Form}."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(new(setting, $"The file {file} cannot be read: {e.Message}", "Name a file that this user may read."));
        }

        return null;
    }

    /// <summary>The settings of this process's environment.</summary>
    /// <exception cref="HostingException">It names none, or they make no sense.</exception>
    public static PostgresSettings FromEnvironment()
    {
        var errors = new List<SettingError>();
        if (Read(file: null, Environment.GetEnvironmentVariable, errors) is { } settings) return settings;
        if (errors.Count > 0) throw new HostingException(HostingFault.Settings, $"{errors[0].Setting}: {errors[0].Problem}", errors[0].Remedy);
        throw new HostingException(
            HostingFault.Settings, "No database is named.", $"Set {Variable} to {Form}, or {FileVariable} to a file that holds it.");
    }
}
