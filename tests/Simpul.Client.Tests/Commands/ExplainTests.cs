using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Client.Tests.Commands;

public sealed class ExplainTests : IDisposable
{
    private const string Text = "Presiden China Xi Jinping bertemu Vladimir Putin di Moskow.";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Analyze_explains_each_event_by_its_words()
    {
        var run = await SimpulRun.Of("analyze", folder.Write("a.txt", Text), "--published", "2025-05-08", "--explain");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("CONSULT  Xi Jinping of CN – Vladimir Putin of RU", run.Output, StringComparison.Ordinal);
        Assert.Contains("trigger  “bertemu”", run.Output, StringComparison.Ordinal);
        Assert.Contains("source   “Presiden China Xi Jinping” 0–25  subject", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analyze FILE --explain --format jsonl")]
    [InlineData("analyze FILE --explain --rows actors")]
    public async Task Reasons_are_a_page_for_people_only(string line)
    {
        var run = await SimpulRun.Of(line.Replace("FILE", folder.Write("a.txt", Text), StringComparison.Ordinal).Split(' '));
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_stored_article_is_explained_by_reading_it_again()
    {
        var session = new FakeSession();
        session.Add("main");
        var record = ArticleReader.Default.Read(new Article("a1", Text, Published: "2025-05-08"));
        session.Views["a1"] = new ArticleView { Id = "a1", Text = Text, Record = RecordCodec.Encode(record with { Pack = "older" }), History = [] };
        var run = await SimpulRun.On(session, "article a1 --explain --corpus main");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("trigger  “bertemu”", run.Output, StringComparison.Ordinal);
        Assert.Contains("pack older", run.Error, StringComparison.Ordinal);
    }
}
