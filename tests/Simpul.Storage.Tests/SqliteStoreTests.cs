using System.Text;
using Microsoft.Data.Sqlite;
using Simpul.Storage.Sqlite;

namespace Simpul.Storage.Tests;

public sealed class SqliteStoreTests : StoreTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simpul-store-").FullName;

    private string DataFile => Path.Combine(_folder, "data", "simpul.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_with_the_remedy()
    {
        await using (SqliteStore.Open(DataFile)) { }
        Execute("PRAGMA user_version = 99");
        var error = Assert.Throws<StoreFormatException>(() => SqliteStore.Open(DataFile));
        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
        Assert.Contains("99", error.Message, StringComparison.Ordinal);
        Assert.Contains("Update the program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_program_is_refused_untouched()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DataFile)!);
        File.WriteAllText(DataFile, new string('x', 5000));
        Assert.Throws<StoreFormatException>(() => SqliteStore.Open(DataFile));
        Assert.Equal(5000, new FileInfo(DataFile).Length);

        File.Delete(DataFile);
        Execute("CREATE TABLE other(x)");
        Assert.Throws<StoreFormatException>(() => SqliteStore.Open(DataFile));
    }

    [Fact]
    public async Task A_file_of_the_first_version_is_brought_up_with_what_it_holds()
    {
        CorpusRow corpus;
        await using (var store = SqliteStore.Open(DataFile)) corpus = await store.CreateCorpus("c", 1, 1, Now);
        Execute("DROP TABLE submission; DROP TABLE reading_marker; PRAGMA user_version = 1");

        await using var again = SqliteStore.Open(DataFile);
        Assert.Equal([corpus], await again.ListCorpora());
        Assert.Empty(await again.ReadSubmissions(corpus.Incarnation));
        await again.Mark(corpus.Incarnation, new ReadingMarker(0, "a", "silo", Now, 0));
        Assert.Single(await again.ReadMarkers(corpus.Incarnation));
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DataFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    protected override async Task AssertNoTrace(long incarnation, string secret)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(DataFile)!))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(secret, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    protected override Task<IStore> Open() => Task.FromResult<IStore>(SqliteStore.Open(DataFile));
}
