using Simpul.Text.Explanations;

namespace Simpul.Text.Tests.Explanations;

public sealed class ExplainTests
{
    private static ArticleExplanation Explain(string text, string language = "id") =>
        ArticleReader.Default.Explain(new Article("test", text, Published: "2024-11-20", Language: language));

    [Fact]
    public void The_record_is_the_one_that_reading_gives()
    {
        var article = new Article("test", "Prabowo bertemu Xi Jinping di Beijing. Pertemuan Prabowo dengan Xi berlangsung dua jam.", Published: "2024-11-20");
        var (explained, read) = (new System.Buffers.ArrayBufferWriter<byte>(), new System.Buffers.ArrayBufferWriter<byte>());
        RecordJson.Write(ArticleReader.Default.Explain(article).Record, explained);
        RecordJson.Write(ArticleReader.Default.Read(article), read);
        Assert.Equal(read.WrittenSpan.ToArray(), explained.WrittenSpan.ToArray());
    }

    [Theory]
    [InlineData("Iran menyerang Israel.", "active verb", "subject: nearest", "object: first phrase")]
    [InlineData("Iran diserang oleh Israel.", "passive verb", "agent after “oleh”", "subject of the passive verb")]
    [InlineData("Serangan Rusia terhadap Ukraina berlanjut.", "noun", "right of the noun", "after “terhadap”")]
    [InlineData("Kunjungan Prabowo ke China berakhir.", "noun", "right of the noun", "after “ke”")]
    [InlineData("Rusia dan Ukraina berperang.", "active verb", "joined in one phrase", "joined in one phrase")]
    public void An_event_says_where_its_parties_stand(string text, string form, string source, string target)
    {
        var e = Explain(text).Events[0];
        Assert.Equal(form, e.Form);
        Assert.Contains(source, e.Source.Slot, StringComparison.Ordinal);
        Assert.Contains(target, e.Target!.Value.Slot, StringComparison.Ordinal);
        Assert.NotEqual("", e.Source.Identity);
    }

    [Fact]
    public void Every_event_has_an_explanation_and_its_confidence_is_the_product()
    {
        var explanation = Explain("Rusia menyerang Ukraina. Amerika Serikat tidak mengecam Israel. Presiden China Xi Jinping bertemu Vladimir Putin. Menteri itu akan mengunjungi Jepang.");
        Assert.Equal(Enumerable.Range(0, explanation.Record.Events.Count), explanation.Events.Select(e => e.Event).Distinct().Order());
        foreach (var e in explanation.Events)
        {
            var c = e.Confidence;
            var product = c.Row * c.Parties / 100 * c.Frame / 100 * c.Status / 100;
            Assert.InRange(c.Said, product, 100);
            Assert.Equal(explanation.Record.Events[e.Event].Confidence, c.Said);
        }

        Assert.Contains(explanation.Events, e => e.StatusWords.Any(s => s.Text == "tidak"));
    }

    [Fact]
    public void What_fired_in_vain_says_why()
    {
        var unused = Explain("Rusia menyerang. Presiden Rusia Vladimir Putin mengatakan hal itu kepada China.").Unused;
        Assert.Contains(unused, u => u.Words.Text == "menyerang" && u.Reason == "the sentence has no second party");
        Assert.Contains(unused, u => u.Words.Text == "mengatakan" && u.Reason == "it only says");
    }
}
