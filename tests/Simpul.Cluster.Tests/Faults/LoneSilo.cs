using Microsoft.Data.Sqlite;
using Simpul.Cluster.Tests.Processes;
using Simpul.Hosting.Settings;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>One silo on a data folder.</summary>
internal sealed class LoneSilo : IPlace, IAsyncDisposable
{
    private readonly string _folder;
    private readonly SiloProcess _silo;

    private LoneSilo(string folder, SiloProcess silo) => (_folder, _silo) = (folder, silo);

    public IReadOnlyDictionary<string, string?> Variables { get; } = new Dictionary<string, string?>();

    public string[] Target => ["--cluster", _silo.Gateway];

    public IReadOnlyList<SiloProcess> Silos => [_silo];

    public static async Task<LoneSilo> Start(string folder) => new(folder, await SiloProcess.Start(folder));

    /// <inheritdoc/>
    public Task<long> Committed(string corpus) => Task.FromResult(DataFile.Committed(_folder, corpus));

    /// <inheritdoc/>
    public async Task<TimeSpan> LongestGap(string corpus, string parts)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(_folder, DataFolder.FileName)};Mode=ReadOnly;Pooling=False");
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText =
            $"SELECT coalesce(max(gap), 0) FROM (SELECT s.committed - lag(s.committed) OVER ({parts} ORDER BY s.committed) AS gap "
            + "FROM segment s JOIN corpus c USING (incarnation) WHERE c.name = $name)";
        command.Parameters.AddWithValue("$name", corpus);
        return TimeSpan.FromMilliseconds((long)(await command.ExecuteScalarAsync())!);
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();
}
