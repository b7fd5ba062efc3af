using System.Text.Json;

namespace Simpul.Client.Tests.Evaluation;

public sealed class EvaluateCommandTests : IDisposable
{
    private const string Text = "Presiden China Xi Jinping bertemu Presiden Rusia Vladimir Putin di Moskow. Israel menyerang Iran. Tentara India menembak tentara Pakistan.";

    private const string Gold = """
        {"id":"a1","actors":[{"id":"xi-jinping","name":"Xi Jinping","type":"person","country":"CN","mentions":[{"start":0,"end":25,"text":"Presiden China Xi Jinping"}]},{"id":"somebody","name":"Orang Baru","country":"ID"}],"countries":[],"events":[{"type":"CONSULT","source":{"country":"RU"},"target":{"country":"CN"},"status":"asserted","evidence":"Xi Jinping bertemu"},{"type":"AID","source":{"country":"IR"},"target":{"country":"IL"},"evidence":"Israel menyerang Iran"},{"type":"ASSAULT","source":{"country":"PK"},"target":{"country":"IN"},"evidence":"menembak"}],"quotes":[],"dates":[],"amounts":[]}
        """;

    private readonly TempFolder folder = new();
    private readonly string gold;
    private readonly string articles;

    public EvaluateCommandTests()
    {
        gold = folder.Write("gold.jsonl", Gold + "\n");
        articles = folder.Write("articles.jsonl", JsonSerializer.Serialize(new { id = "a1", text = Text, date = "2025-05-08" }) + "\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Articles_are_read_and_scored_as_their_records_would_be()
    {
        var fresh = await SimpulRun.Of("evaluate", gold, "--articles", articles, "--by", "all", "--format", "json");
        var records = await SimpulRun.Of("analyze", articles, "--output", folder["pred.jsonl"]);
        Assert.Equal((ExitCode.Done, ExitCode.Done), (fresh.ExitCode, records.ExitCode));
        Assert.Equal(fresh.Output, (await SimpulRun.Of("evaluate", gold, folder["pred.jsonl"], "--by", "all", "--format", "json")).Output);
    }

    [Fact]
    public async Task Misses_stand_beside_their_sentences_with_the_class_of_the_error()
    {
        var run = await SimpulRun.Of("evaluate", gold, "--articles", articles, "--misses", "--format", "jsonl");
        var misses = run.OutputLines.Select(l => JsonDocument.Parse(l).RootElement).Where(r => r.GetProperty("section").GetString() == "misses").ToList();
        string Shown(JsonElement m) => $"{m.GetProperty("side")} {m.GetProperty("item")}: {m.GetProperty("note")} | {m.GetProperty("sentence")}";
        var events = misses.Where(m => m.GetProperty("what").GetString() == "event").Select(Shown).ToList();
        Assert.Contains("missed AID IR → IL: other class between the same parties | Israel menyerang Iran.", events);
        Assert.Contains("missed ASSAULT PK → IN: source and target swapped | Tentara India menembak tentara Pakistan.", events);
        Assert.Contains("extra ASSAULT IL → IR: other class between the same parties | Israel menyerang Iran.", events);
        Assert.Contains(misses, m => m.GetProperty("what").GetString() == "actor" && m.GetProperty("item").GetString() == "Orang Baru");
    }

    [Fact]
    public async Task A_text_file_goes_with_the_only_gold_record()
    {
        var run = await SimpulRun.Of("evaluate", gold, "--articles", folder.Write("story.txt", Text), "--format", "csv");
        Assert.Contains("actors,", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no record", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_record_is_told_and_counts_as_missed()
    {
        var run = await SimpulRun.Of("evaluate", gold, folder.Write("none.jsonl", ""), "--format", "csv");
        Assert.Contains("1 of 1 gold articles have no record", run.Error, StringComparison.Ordinal);
        Assert.Contains("scores,actors,0,0,0", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("evaluate nowhere.jsonl nowhere.jsonl")]
    [InlineData("evaluate GOLD")]
    [InlineData("evaluate GOLD GOLD --by nothing")]
    [InlineData("evaluate GOLD --conll x.tsv")]
    [InlineData("evaluate BROKEN GOLD")]
    public async Task What_cannot_be_scored_ends_in_2(string line)
    {
        var broken = folder.Write("broken.jsonl", "{\"id\":");
        var run = await SimpulRun.Of(line.Replace("GOLD", gold, StringComparison.Ordinal).Replace("BROKEN", broken, StringComparison.Ordinal).Split(' '));
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
    }
}
