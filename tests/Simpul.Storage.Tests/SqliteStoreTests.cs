using System.Text;
using Microsoft.Data.Sqlite;
using Simpul.Storage.Sqlite;

namespace Simpul.Storage.Tests;

public sealed class SqliteStoreTests : IDisposable
{
    private static readonly DateTime s_now = new(2026, 2, 5, 10, 0, 0, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("simpul-store-").FullName;

    private string DataFile => Path.Combine(_folder, "data", "simpul.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Corpora_are_found_by_name_and_an_incarnation_is_never_used_twice()
    {
        await using var store = SqliteStore.Open(DataFile);
        var first = await store.CreateCorpus("berita", 16, 4, s_now);
        Assert.Equal(first, await store.CreateCorpus("berita", 8, 2, s_now.AddDays(1)));
        Assert.Equal(first, await store.FindCorpus("berita"));
        Assert.Null(await store.FindCorpus("Berita"));

        Assert.True(await store.FenceCorpus(first.Incarnation));
        Assert.False(await store.FenceCorpus(first.Incarnation));
        Assert.Null(await store.FindCorpus("berita"));
        await store.PurgeCorpus(first.Incarnation);
        var second = await store.CreateCorpus("berita", 16, 4, s_now);
        Assert.NotEqual(first.Incarnation, second.Incarnation);
        Assert.Equal([second], await store.ListCorpora());
    }

    [Fact]
    public async Task A_writer_that_was_replaced_appends_nothing()
    {
        await using var store = SqliteStore.Open(DataFile);
        var corpus = await store.CreateCorpus("c", 1, 1, s_now);
        var old = (await store.OpenLedger(corpus.Incarnation, 0))!;
        Assert.True(await store.Append(Segment(corpus, old.Epoch, 0, "a")));

        var current = (await store.OpenLedger(corpus.Incarnation, 0))!;
        Assert.Equal(new LedgerHead(old.Epoch + 1, 1, 1), current);
        Assert.False(await store.Append(Segment(corpus, old.Epoch, 1, "b")));
        Assert.False(await store.Append(Segment(corpus, current.Epoch, 0, "c")));
        Assert.True(await store.Append(Segment(corpus, current.Epoch, 1, "d")));

        var rows = await store.ReadSegments(new SegmentRange(corpus.Incarnation, 0, 0, long.MaxValue, WithRecords: true));
        Assert.Equal(["a", "d"], rows.Select(r => Encoding.UTF8.GetString(r.Entries)));
        Assert.Equal([1L, 2L], rows.Select(r => r.Sequence));
        Assert.Equal([new LedgerPosition(0, 2, 2)], await store.ReadPositions(corpus.Incarnation));
        Assert.Equal(new SegmentMark(1, s_now), await store.ReadMark(corpus.Incarnation, 0, 1));
    }

    [Fact]
    public async Task Writes_that_wait_together_are_judged_one_by_one()
    {
        await using var store = SqliteStore.Open(DataFile);
        var corpus = await store.CreateCorpus("c", 64, 1, s_now);
        var heads = await Task.WhenAll(Enumerable.Range(0, 64).Select(s => store.OpenLedger(corpus.Incarnation, s)));
        var appended = await Task.WhenAll(Enumerable.Range(0, 64).Select(s => store.Append(Segment(corpus, heads[s]!.Epoch + s % 2, 0, "x", s))));
        Assert.Equal(Enumerable.Range(0, 64).Select(s => s % 2 == 0), appended);
        Assert.Equal(32, (await store.ReadPositions(corpus.Incarnation)).Sum(p => p.Version));
    }

    [Fact]
    public async Task An_erased_text_is_gone_and_its_neighbours_keep_their_index()
    {
        await using var store = SqliteStore.Open(DataFile);
        var corpus = await store.CreateCorpus("c", 1, 1, s_now);
        var head = (await store.OpenLedger(corpus.Incarnation, 0))!;
        await store.Append(Segment(corpus, head.Epoch, 0, "a", texts: ["satu", "dua", "tiga"]));
        await store.Append(Segment(corpus, head.Epoch, 1, "b") with { Erased = [new TextPosition(1, 1)] });
        Assert.Equal(["satu", "", "tiga"], Unpack(await store.ReadTexts(corpus.Incarnation, 0, 1)));
        await store.Append(Segment(corpus, head.Epoch, 2, "c") with { Erased = [new TextPosition(1, 0), new TextPosition(1, 2)] });
        Assert.Null(await store.ReadTexts(corpus.Incarnation, 0, 1));
    }

    [Fact]
    public async Task A_tally_saves_vector_and_pages_together_and_only_under_its_epoch()
    {
        await using var store = SqliteStore.Open(DataFile);
        var corpus = await store.CreateCorpus("c", 1, 2, s_now);
        var old = (await store.OpenTally(corpus.Incarnation, 1))!;
        Assert.Empty(old.Vector);
        Assert.True(await store.SaveTally(new TallySave(corpus.Incarnation, 1, old.Epoch, [1], [new PageRow(0, [7]), new PageRow(5, [8])])));

        var current = (await store.OpenTally(corpus.Incarnation, 1))!;
        Assert.Equal([1], current.Vector);
        Assert.False(await store.SaveTally(new TallySave(corpus.Incarnation, 1, old.Epoch, [2], [new PageRow(0, [9])])));
        Assert.True(await store.SaveTally(new TallySave(corpus.Incarnation, 1, current.Epoch, [3], [new PageRow(0, [])])));
        Assert.Equal([5], (await store.ReadPages(corpus.Incarnation, 1)).Select(p => p.Page));
        Assert.Equal([8], (await store.ReadPages(corpus.Incarnation, 1, [4, 5])).Single().Content);
        Assert.Equal([3], (await store.ReadVectors(corpus.Incarnation)).Single().Vector);
    }

    [Fact]
    public async Task Deletion_fences_every_writer_and_leaves_nothing_in_the_files()
    {
        const string secret = "rahasia-yang-harus-hilang";
        await using var store = SqliteStore.Open(DataFile);
        var kept = await store.CreateCorpus("kept", 1, 1, s_now);
        var keptLedger = (await store.OpenLedger(kept.Incarnation, 0))!;
        await store.Append(Segment(kept, keptLedger.Epoch, 0, "kept"));
        var corpus = await store.CreateCorpus("gone", 1, 1, s_now);
        var ledger = (await store.OpenLedger(corpus.Incarnation, 0))!;
        var tally = (await store.OpenTally(corpus.Incarnation, 0))!;
        for (var i = 0; i < 600; i++) await store.Append(Segment(corpus, ledger.Epoch, i, $"{secret} {i}"));
        await store.SaveTally(new TallySave(corpus.Incarnation, 0, tally.Epoch, [1], [new PageRow(0, Encoding.UTF8.GetBytes(secret))]));
        await store.WriteDeadLetters(new DeadLetterWrite(
            corpus.Incarnation, 0, ledger.Epoch, [new DeadLetterRow(0, secret, secret, s_now, [1])], []));

        Assert.True(await store.FenceCorpus(corpus.Incarnation));
        Assert.False(await store.Append(Segment(corpus, ledger.Epoch, 600, secret)));
        Assert.False(await store.SaveTally(new TallySave(corpus.Incarnation, 0, tally.Epoch, [2], [])));
        Assert.False(await store.WriteDeadLetters(new DeadLetterWrite(corpus.Incarnation, 0, ledger.Epoch, [], [])));
        Assert.Null(await store.OpenLedger(corpus.Incarnation, 0));
        Assert.Null(await store.OpenTally(corpus.Incarnation, 0));
        await store.PurgeCorpus(corpus.Incarnation);

        Assert.Empty(await store.ReadSegments(new SegmentRange(corpus.Incarnation, 0, 0, long.MaxValue)));
        Assert.Empty(await store.ReadPages(corpus.Incarnation, 0));
        Assert.Equal(0, await store.CountDeadLetters(corpus.Incarnation));
        Assert.Single(await store.ReadSegments(new SegmentRange(kept.Incarnation, 0, 0, long.MaxValue)));
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(DataFile)!))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(secret, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Dead_letters_come_and_go_under_the_epoch()
    {
        await using var store = SqliteStore.Open(DataFile);
        var corpus = await store.CreateCorpus("c", 2, 1, s_now);
        var zero = (await store.OpenLedger(corpus.Incarnation, 0))!;
        var one = (await store.OpenLedger(corpus.Incarnation, 1))!;
        Assert.True(await Write(0, zero.Epoch, ["b", "z"], []));
        Assert.True(await Write(1, one.Epoch, ["é"], []));
        Assert.False(await Write(1, one.Epoch + 1, ["x"], []));
        Assert.Equal(["b", "z", "é"], (await store.ReadDeadLetters(corpus.Incarnation, null, 0, 10)).Select(d => d.Article));
        Assert.Equal(["z"], (await store.ReadDeadLetters(corpus.Incarnation, 0, 1, 10)).Select(d => d.Article));
        Assert.True(await Write(0, zero.Epoch, [], ["b"]));
        Assert.Equal(2, await store.CountDeadLetters(corpus.Incarnation));

        Task<bool> Write(int slice, long epoch, string[] added, string[] removed) => store.WriteDeadLetters(new DeadLetterWrite(
            corpus.Incarnation, slice, epoch, Array.ConvertAll(added, a => new DeadLetterRow(slice, a, "why", s_now, [1, 2])), removed));
    }

    [Fact]
    public async Task A_submission_is_written_by_whoever_read_it_last()
    {
        await using var store = SqliteStore.Open(DataFile);
        var corpus = await store.CreateCorpus("c", 1, 1, s_now);
        var row = new SubmissionRow
        {
            Incarnation = corpus.Incarnation, Id = "a", Stamp = 7, Input = [1, 2], State = SubmissionState.Running, Client = "host 1",
            Started = s_now, Updated = s_now,
        };
        Assert.True(await store.WriteSubmission(row));
        Assert.False(await store.WriteSubmission(row));
        var read = (await store.FindSubmission(corpus.Incarnation, "a"))!;
        Assert.Equal((1L, 7L, SubmissionState.Running, "host 1", s_now), (read.Revision, read.Stamp, read.State, read.Client, read.Updated));
        Assert.Equal([1, 2], read.Input);
        Assert.Empty(read.Checkpoint);

        Assert.True(await store.WriteSubmission(read with { Checkpoint = [9], State = SubmissionState.Finished }));
        Assert.False(await store.WriteSubmission(read with { State = SubmissionState.Failed }));
        Assert.True(await store.WriteSubmission(row with { Id = "é", Stamp = 7 }));
        Assert.True(await store.WriteSubmission(row with { Id = "b", Stamp = 8 }));
        Assert.Equal(["b", "a", "é"], (await store.ReadSubmissions(corpus.Incarnation)).Select(r => r.Id));
        Assert.Equal(["b"], (await store.ReadSubmissions(corpus.Incarnation, 1)).Select(r => r.Id));
        Assert.Equal(SubmissionState.Finished, (await store.FindSubmission(corpus.Incarnation, "a"))!.State);

        await store.FenceCorpus(corpus.Incarnation);
        Assert.False(await store.WriteSubmission(read with { Revision = 2 }));
        Assert.False(await store.WriteSubmission(row with { Id = "new" }));
        await store.PurgeCorpus(corpus.Incarnation);
        Assert.Empty(await store.ReadSubmissions(corpus.Incarnation));
    }

    [Fact]
    public async Task Markers_of_reading_come_and_go()
    {
        await using var store = SqliteStore.Open(DataFile);
        var corpus = await store.CreateCorpus("c", 2, 1, s_now);
        var marker = new ReadingMarker(1, "z", "silo-1", s_now, 0);
        await store.Mark(corpus.Incarnation, marker);
        await store.Mark(corpus.Incarnation, marker with { Article = "é" });
        await store.Mark(corpus.Incarnation, marker with { Slice = 0 });
        await store.Mark(corpus.Incarnation, marker with { Silo = "silo-2", Deaths = 1 });
        Assert.Equal([(0, "z", 0), (1, "z", 1), (1, "é", 0)], (await store.ReadMarkers(corpus.Incarnation)).Select(m => (m.Slice, m.Article, m.Deaths)));
        Assert.Equal([marker with { Slice = 0 }], await store.ReadMarkers(corpus.Incarnation, 0));

        await store.Clear(corpus.Incarnation, 1, "z");
        Assert.Equal(["é"], (await store.ReadMarkers(corpus.Incarnation, 1)).Select(m => m.Article));
        await store.FenceCorpus(corpus.Incarnation);
        await store.Mark(corpus.Incarnation, marker);
        await store.PurgeCorpus(corpus.Incarnation);
        Assert.Empty(await store.ReadMarkers(corpus.Incarnation));
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_reopening()
    {
        long incarnation;
        await using (var store = SqliteStore.Open(DataFile))
        {
            var corpus = await store.CreateCorpus("c", 1, 1, s_now);
            incarnation = corpus.Incarnation;
            var head = (await store.OpenLedger(incarnation, 0))!;
            await store.Append(Segment(corpus, head.Epoch, 0, "a"));
        }

        await using var again = SqliteStore.Open(DataFile);
        Assert.Equal(new LedgerHead(2, 1, 1), await again.OpenLedger(incarnation, 0));
    }

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
    public async Task A_closed_store_says_so()
    {
        var store = SqliteStore.Open(DataFile);
        await store.DisposeAsync();
        await Assert.ThrowsAsync<StoreException>(() => store.ListCorpora());
        await Assert.ThrowsAsync<StoreException>(() => store.Ping());
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DataFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SegmentAppend Segment(
        CorpusRow corpus, long epoch, long version, string entries, int slice = 0, string[]? texts = null) => new()
    {
        Incarnation = corpus.Incarnation,
        Slice = slice,
        Epoch = epoch,
        Version = version,
        Articles = version + 1,
        Committed = s_now,
        Entries = Encoding.UTF8.GetBytes(entries),
        Records = [],
        Texts = texts is null ? null : Bundle.Pack([.. texts.Select(t => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(t))]),
    };

    private static IEnumerable<string> Unpack(byte[]? packed) => Bundle.Unpack(packed).Select(t => Encoding.UTF8.GetString(t.Span));
}
