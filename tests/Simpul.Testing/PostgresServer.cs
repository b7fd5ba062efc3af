using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;
using Simpul.Storage.Postgres;

namespace Simpul.Testing;

/// <summary>A PostgreSQL server of the tests' own: a folder and a port that nobody else has, gone with the tests.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "simpul";
    private const string Password = "only-for-tests";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // The shell holds the input that the tests keep open, and ends the server when it closes: also when the tests are killed.
    private const string Watch =
        "exec 3<&0; \"$0\" -D \"$1\" -p \"$2\" -h \"$3\" -k '' 3<&- & server=$!; (read _; kill -INT $server) <&3 & wait $server";

    private readonly string _binaries;
    private readonly string _folder;
    private Process? _process;
    private int _databases;

    private PostgresServer(string binaries, string? parent, string host)
    {
        (_binaries, Host) = (binaries, host);
        _folder = parent is null ? Directory.CreateTempSubdirectory("simpul-postgres-").FullName : Path.Combine(parent, "postgres");
        Directory.CreateDirectory(_folder);
    }

    /// <summary>The address that the server listens on.</summary>
    public string Host { get; }

    /// <summary>The server's port.</summary>
    public int Port { get; private set; }

    /// <summary>True while the server's process runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Makes a server and starts it.</summary>
    /// <param name="parent">The folder that its own is made in; the system's for temporary ones unless named.</param>
    /// <param name="host">The address that it listens on.</param>
    public static async Task<PostgresServer> Create(string? parent = null, string host = "127.0.0.1")
    {
        var server = new PostgresServer(PostgresPrograms.Find() ?? throw new InvalidOperationException(PostgresPrograms.Missing), parent, host);
        try
        {
            await server.Initialize();
            await server.Start();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a server that was stopped, on its port.</summary>
    public async Task Start()
    {
        const int attempts = 5;
        for (var attempt = 1; ; attempt++)
        {
            if (Port == 0) Port = FreePort();
            var log = new StringBuilder();
            var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            var process = Launch(
                "/bin/sh", "-c", Watch, Path.Combine(_binaries, "postgres"), Data, Port.ToString(CultureInfo.InvariantCulture), Host);
            process.ErrorDataReceived += (_, line) =>
            {
                lock (log) log.AppendLine(line.Data);
                if (line.Data is null) ready.TrySetResult(false);
                else if (line.Data.Contains("database system is ready to accept connections", StringComparison.Ordinal)) ready.TrySetResult(true);
            };
            process.BeginErrorReadLine();
            if (await ready.Task.WaitAsync(Limit))
            {
                _process = process;
                return;
            }

            await End(process);
            var isTaken = log.ToString().Contains("could not bind", StringComparison.Ordinal);
            if (!isTaken || attempt == attempts) throw new InvalidOperationException($"PostgreSQL did not start:\n{log}");
            Port = 0;
        }
    }

    /// <summary>Stops the server; whoever is connected is cut off.</summary>
    public async Task Stop()
    {
        if (_process is null) return;
        await End(_process);
        _process = null;
    }

    /// <summary>Lets all processes of the server stand still, until what is answered is disposed.</summary>
    public FrozenServer Freeze() =>
        new(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));

    /// <summary>Makes an empty database and answers how to reach it. Its own order of letters is a language's, not that of bytes.</summary>
    public async Task<PostgresConnection> CreateDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await Execute($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'id' LOCALE 'C'");
        return PostgresConnection.Parse(ConnectionString(name));
    }

    /// <summary>How to reach a database, password included.</summary>
    public string ConnectionString(string database, string user = User, string password = Password) => string.Create(
        CultureInfo.InvariantCulture, $"Host={Host};Port={Port};Database={database};Username={user};Password={password}");

    /// <summary>Runs statements on a database of the server as its superuser.</summary>
    public async Task Execute(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks a database of the server for one value.</summary>
    public async Task<T> Find<T>(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private async Task Initialize()
    {
        var password = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(password, Password);
        if (Environment.IsPrivilegedProcess) await Run(Process.Start("chown", ["-R", "postgres", _folder]));
        using var initdb = Launch(
            Path.Combine(_binaries, "initdb"), "-D", Data, "-U", User, "-E", "UTF8", "--locale=C", "--auth=scram-sha-256", $"--pwfile={password}", "--no-sync");
        var errors = initdb.StandardError.ReadToEndAsync();
        initdb.StandardInput.Close();
        await Run(initdb, errors);
        await File.AppendAllTextAsync(Path.Combine(Data, "pg_hba.conf"), "host all all samenet scram-sha-256\n");
    }

    // PostgreSQL's programs refuse to run as root.
    private static Process Launch(string program, params string[] args)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. args])
            : new ProcessStartInfo(program, args);
        start.RedirectStandardInput = start.RedirectStandardError = true;
        start.WorkingDirectory = "/";
        return Process.Start(start)!;
    }

    private static async Task Run(Process process, Task<string>? errors = null)
    {
        await process.WaitForExitAsync().WaitAsync(Limit);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{process.StartInfo.FileName} ended in {process.ExitCode}: {(errors is null ? "" : await errors)}");
    }

    private static async Task End(Process process)
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Limit);
        process.Dispose();
    }

    private static int FreePort()
    {
        using var trial = new TcpListener(IPAddress.Loopback, 0);
        trial.Start();
        return ((IPEndPoint)trial.LocalEndpoint).Port;
    }
}
