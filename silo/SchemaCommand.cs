using System.CommandLine;
using System.Globalization;
using Npgsql;
using Simpul.Hosting;
using Simpul.Hosting.Settings;
using Simpul.Storage;
using Simpul.Storage.Postgres;

namespace Simpul.Silo;

/// <summary><c>silo schema apply</c>: makes and renews the tables of a database, where silos themselves may not.</summary>
internal static class SchemaCommand
{
    public static Command Create(Func<string, string?> variable, TextWriter output, TextWriter talk)
    {
        var options = new SiloOptions();
        var print = new Option<bool>("--print") { Description = "Write the statements that are missing, for psql, and change nothing; all of them where no database is named" };
        var apply = new Command("apply", "Makes the tables of a database, or brings them to this program's version; safe to repeat.");
        options.AddDatabaseTo(apply);
        apply.Options.Add(print);
        apply.SetAction(async (parsed, cancel) =>
        {
            var errors = new List<SettingError>();
            var database = options.ReadDatabase(parsed, variable, errors);
            foreach (var error in errors) await talk.WriteLineAsync($"silo: {error}");
            if (errors.Count > 0) return ExitCode.Refused;
            if (parsed.GetValue(print)) return await Attempt(() => Print(database, output, cancel), talk);
            if (database is not null) return await Attempt(() => Apply(database, output, cancel), talk);
            await talk.WriteLineAsync($"silo: No database is named. Set {PostgresSettings.Variable} to {PostgresSettings.Form}, or name a file that holds it with {PostgresSettings.FileSetting}.");
            return ExitCode.Refused;
        });
        return new Command("schema", "The tables of a cluster's database.") { apply };
    }

    private static async Task Apply(PostgresSettings database, TextWriter output, CancellationToken cancel)
    {
        await using var source = database.Connection.Open(poolSize: 1);
        var found = await PostgresSchema.Apply(source, cancel);
        await output.WriteLineAsync(found == PostgresSchema.Version
            ? string.Create(CultureInfo.InvariantCulture, $"The tables of {database.Connection} have version {found} already.")
            : string.Create(CultureInfo.InvariantCulture, $"The tables of {database.Connection} went from version {found} to {PostgresSchema.Version}."));
    }

    private static async Task Print(PostgresSettings? database, TextWriter output, CancellationToken cancel)
    {
        var found = 0;
        if (database is not null)
        {
            await using var source = database.Connection.Open(poolSize: 1);
            found = await PostgresSchema.Read(source, cancel);
            PostgresSchema.ThrowIfNewer(found, database.Connection.ToString());
        }

        await output.WriteAsync(PostgresSchema.Script(found));
    }

    private static async Task<int> Attempt(Func<Task> run, TextWriter talk)
    {
        try
        {
            await run();
            return ExitCode.Done;
        }
        catch (StoreException e)
        {
            await talk.WriteLineAsync($"silo: {e.Message}");
            await talk.WriteLineAsync(DataStore.Refusal(e).Remedy);
        }
        catch (NpgsqlException e)
        {
            await talk.WriteLineAsync($"silo: The database cannot be used: {(e as PostgresException)?.MessageText ?? e.InnerException?.Message ?? e.Message}.");
            await talk.WriteLineAsync("Check that the server runs and that the user may make tables in the database.");
        }

        return ExitCode.Failed;
    }
}
