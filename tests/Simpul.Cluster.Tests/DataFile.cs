using Microsoft.Data.Sqlite;
using Simpul.Hosting.Ownership;
using Simpul.Hosting.Settings;

namespace Simpul.Cluster.Tests;

/// <summary>Looks into a data folder from outside while others work in it.</summary>
internal static class DataFile
{
    /// <summary>Waits until a corpus has a number of committed articles; answers how many it has then.</summary>
    public static Task<long> UntilCommitted(string folder, string corpus, long articles) =>
        Until(() => Committed(folder, corpus) is var count && count >= articles ? count : (long?)null, $"{articles} committed articles of {corpus}");

    /// <summary>Waits until a folder has an owner that is ready, other than those named; answers it.</summary>
    public static Task<OwnerRecord> UntilOwned(string folder, params string[] butNot) => Until(
        () => OwnerRecord.Read(folder) is { State: OwnerState.Ready } owner && !butNot.Contains(owner.Instance) ? owner : null, "An owner that is ready");

    /// <summary>How many articles of a corpus are committed.</summary>
    public static long Committed(string folder, string corpus)
    {
        var path = Path.Combine(folder, DataFolder.FileName);
        if (!File.Exists(path)) return 0;
        try
        {
            using var file = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = "SELECT coalesce(sum(l.articles), 0) FROM ledger l JOIN corpus c USING (incarnation) WHERE c.name = $name AND c.deleted = 0";
            command.Parameters.AddWithValue("$name", corpus);
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            // Its tables are not made yet, or it is being opened.
            return 0;
        }
    }

    private static async Task<T> Until<T>(Func<T?> look, string what) where T : struct
    {
        using var glances = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Deadline.Length)
        {
            if (look() is { } found) return found;
            await glances.WaitForNextTickAsync();
        }

        throw new TimeoutException($"{what} did not come within {Deadline.Length.TotalSeconds:0} s.");
    }

    private static async Task<OwnerRecord> Until(Func<OwnerRecord?> look, string what)
    {
        OwnerRecord? found = null;
        await Until(() => (found = look()) is null ? (bool?)null : true, what);
        return found!;
    }
}
