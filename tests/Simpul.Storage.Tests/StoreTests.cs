using System.Text;
using Simpul.Testing;

namespace Simpul.Storage.Tests;

/// <summary>What every store does alike.</summary>
public abstract class StoreTests
{
    protected static readonly DateTime Now = new(2026, 2, 5, 10, 0, 0, DateTimeKind.Utc);

    /// <summary>Opens the store of this test, again with what it kept.</summary>
    protected abstract Task<IStore> Open();

    /// <summary>Fails where a corpus that was purged has left something behind.</summary>
    protected abstract Task AssertNoTrace(long incarnation, string secret);

    [StoreFact]
    public async Task Corpora_are_found_by_name_and_an_incarnation_is_never_used_twice()
    {
        await using var store = await Open();
        var first = await store.CreateCorpus("berita", 16, 4, Now);
        Assert.Equal(first, await store.CreateCorpus("berita", 8, 2, Now.AddDays(1)));
        Assert.Equal(first, await store.FindCorpus("berita"));
        Assert.Null(await store.FindCorpus("Berita"));

        Assert.True(await store.FenceCorpus(first.Incarnation));
        Assert.False(await store.FenceCorpus(first.Incarnation));
        Assert.Null(await store.FindCorpus("berita"));
        await store.PurgeCorpus(first.Incarnation);
        var second = await store.CreateCorpus("berita", 16, 4, Now);
        Assert.NotEqual(first.Incarnation, second.Incarnation);
        Assert.Equal([second], await store.ListCorpora());
    }

    [StoreFact]
    public async Task A_writer_that_was_replaced_appends_nothing()
    {
        await using var store = await Open();
        var corpus = await store.CreateCorpus("c", 1, 1, Now);
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
        Assert.Equal(new SegmentMark(1, Now), await store.ReadMark(corpus.Incarnation, 0, 1));
    }

    [StoreFact]
    public async Task Writes_that_wait_together_are_judged_one_by_one()
    {
        await using var store = await Open();
        var corpus = await store.CreateCorpus("c", 64, 1, Now);
        var heads = await Task.WhenAll(Enumerable.Range(0, 64).Select(s => store.OpenLedger(corpus.Incarnation, s)));
        var appended = await Task.WhenAll(Enumerable.Range(0, 64).Select(s => store.Append(Segment(corpus, heads[s]!.Epoch + s % 2, 0, "x", s))));
        Assert.Equal(Enumerable.Range(0, 64).Select(s => s % 2 == 0), appended);
        Assert.Equal(32, (await store.ReadPositions(corpus.Incarnation)).Sum(p => p.Version));
    }

    [StoreFact]
    public async Task An_erased_text_is_gone_and_its_neighbours_keep_their_index()
    {
        await using var store = await Open();
        var corpus = await store.CreateCorpus("c", 1, 1, Now);
        var head = (await store.OpenLedger(corpus.Incarnation, 0))!;
        await store.Append(Segment(corpus, head.Epoch, 0, "a", texts: ["satu", "dua", "tiga"]));
        await store.Append(Segment(corpus, head.Epoch, 1, "b") with { Erased = [new TextPosition(1, 1)] });
        Assert.Equal(["satu", "", "tiga"], Unpack(await store.ReadTexts(corpus.Incarnation, 0, 1)));
        await store.Append(Segment(corpus, head.Epoch, 2, "c") with { Erased = [new TextPosition(1, 0), new TextPosition(1, 2)] });
        Assert.Null(await store.ReadTexts(corpus.Incarnation, 0, 1));
    }

    [StoreFact]
    public async Task A_tally_saves_vector_and_pages_together_and_only_under_its_epoch()
    {
        await using var store = await Open();
        var corpus = await store.CreateCorpus("c", 1, 2, Now);
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

    [StoreFact]
    public async Task Deletion_fences_every_writer_and_leaves_no_trace()
    {
        const string secret = "rahasia-yang-harus-hilang";
        await using var store = await Open();
        var kept = await store.CreateCorpus("kept", 1, 1, Now);
        var keptLedger = (await store.OpenLedger(kept.Incarnation, 0))!;
        await store.Append(Segment(kept, keptLedger.Epoch, 0, "kept"));
        var corpus = await store.CreateCorpus("gone", 1, 1, Now);
        var ledger = (await store.OpenLedger(corpus.Incarnation, 0))!;
        var tally = (await store.OpenTally(corpus.Incarnation, 0))!;
        for (var i = 0; i < 600; i++) await store.Append(Segment(corpus, ledger.Epoch, i, $"{secret} {i}"));
        await store.SaveTally(new TallySave(corpus.Incarnation, 0, tally.Epoch, [1], [new PageRow(0, Encoding.UTF8.GetBytes(secret))]));
        await store.WriteDeadLetters(new DeadLetterWrite(
            corpus.Incarnation, 0, ledger.Epoch, [new DeadLetterRow(0, secret, secret, Now, [1])], []));
        await store.Mark(corpus.Incarnation, new ReadingMarker(0, secret, secret, Now, 1));

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
        await AssertNoTrace(corpus.Incarnation, secret);
    }

    [StoreFact]
    public async Task Segments_come_in_the_order_range_and_number_asked_for()
    {
        await using var store = await Open();
        var corpus = await store.CreateCorpus("c", 1, 1, Now);
        var head = (await store.OpenLedger(corpus.Incarnation, 0))!;
        for (var i = 0; i < 5; i++)
            Assert.True(await store.Append(Segment(corpus, head.Epoch, i, $"{i + 1}") with { Records = [(byte)i] }));
        var range = new SegmentRange(corpus.Incarnation, 0, 1, 4);
        Assert.Equal([2L, 3L, 4L], (await store.ReadSegments(range)).Select(r => r.Sequence));
        Assert.Equal([2L, 3L], (await store.ReadSegments(range with { Limit = 2 })).Select(r => r.Sequence));
        Assert.Equal([4L, 3L], (await store.ReadSegments(range with { Limit = 2, NewestFirst = true })).Select(r => r.Sequence));
        Assert.All(await store.ReadSegments(range), r => Assert.Empty(r.Records));
        Assert.Equal([1, 2, 3], (await store.ReadSegments(range with { WithRecords = true })).Select(r => (int)r.Records.Single()));

        var rewrite = new SegmentRewrite(corpus.Incarnation, 0, head.Epoch, 2, [9], [8]);
        Assert.True(await store.RewriteSegment(rewrite));
        Assert.False(await store.RewriteSegment(rewrite with { Epoch = head.Epoch + 1, Entries = [7] }));
        Assert.False(await store.RewriteSegment(rewrite with { Sequence = 99 }));
        var row = Assert.Single(await store.ReadSegments(range with { To = 2, WithRecords = true }));
        Assert.Equal([9], row.Entries);
        Assert.Equal([8], row.Records);
        Assert.Null(await store.ReadMark(corpus.Incarnation, 0, 6));
    }

    [StoreFact]
    public async Task Writers_that_contend_for_a_ledger_leave_one_sequence_without_forks()
    {
        await using var here = await Open();
        await using var there = await Open();
        var corpus = await here.CreateCorpus("c", 1, 1, Now);
        var acknowledged = await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(() => Work(w % 2 == 0 ? here : there, w))));

        var rows = await here.ReadSegments(new SegmentRange(corpus.Incarnation, 0, 0, long.MaxValue));
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(i => (long)i), rows.Select(r => r.Sequence));
        Assert.Equal(rows.Count, Assert.Single(await there.ReadPositions(corpus.Incarnation)).Version);
        Assert.Equal(
            acknowledged.SelectMany(a => a).Order(StringComparer.Ordinal), rows.Select(r => Encoding.UTF8.GetString(r.Entries)).Order(StringComparer.Ordinal));

        async Task<List<string>> Work(IStore store, int writer)
        {
            var kept = new List<string>();
            for (var round = 0; round < 6; round++)
            {
                var head = (await store.OpenLedger(corpus.Incarnation, 0))!;
                for (var i = 0; i < 4; i++)
                {
                    var name = $"{writer}/{round}/{i}";
                    if (!await store.Append(Segment(corpus, head.Epoch, head.Version + i, name))) break;
                    kept.Add(name);
                }
            }

            return kept;
        }
    }

    [StoreFact]
    public async Task Of_many_who_make_one_corpus_all_get_the_same()
    {
        await using var here = await Open();
        await using var there = await Open();
        var rows = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? here : there).CreateCorpus("c", i + 1, 1, Now)));
        Assert.Single(rows.Distinct());
        Assert.Single(await here.ListCorpora());
    }

    [StoreFact]
    public async Task Whoever_opens_while_a_corpus_is_deleted_can_write_nothing_afterwards()
    {
        await using var here = await Open();
        await using var there = await Open();
        for (var round = 0; round < 20; round++)
        {
            var corpus = await here.CreateCorpus("c", 4, 4, Now);
            var opening = Enumerable.Range(0, 4).Select(async i =>
            {
                await there.OpenLedger(corpus.Incarnation, i);
                await there.OpenTally(corpus.Incarnation, i);
                await there.Mark(corpus.Incarnation, new ReadingMarker(i, "a", "silo", Now, 0));
            }).ToList();
            Assert.True(await here.FenceCorpus(corpus.Incarnation));
            await Task.WhenAll(opening);
            Assert.Empty(await here.ReadPositions(corpus.Incarnation));
            Assert.Empty(await here.ReadVectors(corpus.Incarnation));
            await here.PurgeCorpus(corpus.Incarnation);
            Assert.Empty(await here.ReadMarkers(corpus.Incarnation));
        }
    }

    [StoreFact]
    public async Task Dead_letters_come_and_go_under_the_epoch()
    {
        await using var store = await Open();
        var corpus = await store.CreateCorpus("c", 2, 1, Now);
        var zero = (await store.OpenLedger(corpus.Incarnation, 0))!;
        var one = (await store.OpenLedger(corpus.Incarnation, 1))!;
        Assert.True(await Write(0, zero.Epoch, ["b", "z"], []));
        Assert.True(await Write(1, one.Epoch, ["é"], []));
        Assert.False(await Write(1, one.Epoch + 1, ["x"], []));
        Assert.Equal(["b", "z", "é"], (await store.ReadDeadLetters(corpus.Incarnation, null, 0, 10)).Select(d => d.Article));
        Assert.Equal(["z"], (await store.ReadDeadLetters(corpus.Incarnation, 0, 1, 10)).Select(d => d.Article));
        Assert.True(await Write(0, zero.Epoch, [], ["b"]));
        Assert.Equal(2, await store.CountDeadLetters(corpus.Incarnation));
        Assert.True(await Write(0, zero.Epoch, ["z", "z"], ["z"]));
        Assert.Equal(2, await store.CountDeadLetters(corpus.Incarnation));

        Task<bool> Write(int slice, long epoch, string[] added, string[] removed) => store.WriteDeadLetters(new DeadLetterWrite(
            corpus.Incarnation, slice, epoch, Array.ConvertAll(added, a => new DeadLetterRow(slice, a, "why", Now, [1, 2])), removed));
    }

    [StoreFact]
    public async Task A_submission_is_written_by_whoever_read_it_last()
    {
        await using var store = await Open();
        var corpus = await store.CreateCorpus("c", 1, 1, Now);
        var row = new SubmissionRow
        {
            Incarnation = corpus.Incarnation, Id = "a", Stamp = 7, Input = [1, 2], State = SubmissionState.Running, Client = "host 1",
            Started = Now, Updated = Now,
        };
        Assert.True(await store.WriteSubmission(row));
        Assert.False(await store.WriteSubmission(row));
        var read = (await store.FindSubmission(corpus.Incarnation, "a"))!;
        Assert.Equal((1L, 7L, SubmissionState.Running, "host 1", Now), (read.Revision, read.Stamp, read.State, read.Client, read.Updated));
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

    [StoreFact]
    public async Task Markers_of_reading_come_and_go()
    {
        await using var store = await Open();
        var corpus = await store.CreateCorpus("c", 2, 1, Now);
        var marker = new ReadingMarker(1, "z", "silo-1", Now, 0);
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

    [StoreFact]
    public async Task What_was_acknowledged_is_there_after_reopening()
    {
        long incarnation;
        await using (var store = await Open())
        {
            var corpus = await store.CreateCorpus("c", 1, 1, Now);
            incarnation = corpus.Incarnation;
            var head = (await store.OpenLedger(incarnation, 0))!;
            await store.Append(Segment(corpus, head.Epoch, 0, "a"));
        }

        await using var again = await Open();
        Assert.Equal(new LedgerHead(2, 1, 1), await again.OpenLedger(incarnation, 0));
    }

    [StoreFact]
    public async Task A_closed_store_says_so()
    {
        var store = await Open();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<StoreException>(() => store.ListCorpora());
        await Assert.ThrowsAsync<StoreException>(() => store.Ping());
    }

    protected static SegmentAppend Segment(
        CorpusRow corpus, long epoch, long version, string entries, int slice = 0, string[]? texts = null) => new()
    {
        Incarnation = corpus.Incarnation,
        Slice = slice,
        Epoch = epoch,
        Version = version,
        Articles = version + 1,
        Committed = Now,
        Entries = Encoding.UTF8.GetBytes(entries),
        Records = [],
        Texts = texts is null ? null : Bundle.Pack([.. texts.Select(t => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(t))]),
    };

    protected static IEnumerable<string> Unpack(byte[]? packed) => Bundle.Unpack(packed).Select(t => Encoding.UTF8.GetString(t.Span));
}
