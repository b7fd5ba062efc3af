using System.Buffers;
using System.Text;
using FsCheck.Xunit;

namespace Simpul.Text.Tests.Robust;

[Properties(Arbitrary = [typeof(HostileText)], MaxTest = 200, QuietOnSuccess = true)]
public sealed class PropertyTests
{
    [Property]
    public void The_record_of_any_text_is_sound(HostileText hostile) => RecordChecks.ReadAndCheck(hostile.Text);

    [Property]
    public void The_record_of_any_text_in_a_given_language_is_sound(HostileText hostile, bool english) =>
        RecordChecks.ReadAndCheck(hostile.Text, published: null, english ? "en" : "id");

    [Property]
    public void One_text_has_one_record(HostileText hostile)
    {
        var article = new Article("any", hostile.Text, Published: "2026-02-05");
        var first = Json(ArticleReader.Default.Read(article));
        ArticleReader.Default.Read(new Article("other", "Presiden Rusia Vladimir Putin bertemu Xi Jinping di Beijing."));
        Assert.Equal(first, Json(ArticleReader.Default.Read(article)));
    }

    [Property]
    public void Odd_spaces_change_no_more_than_the_text_of_spans(HostileText hostile)
    {
        var plain = hostile.Text.Replace('\u00A0', ' ').Replace('\t', ' ');
        var odd = plain.Replace(' ', '\u00A0');
        var one = ArticleReader.Default.Read(new Article("any", plain, Published: "2026-02-05"));
        var other = ArticleReader.Default.Read(new Article("any", odd, Published: "2026-02-05"));
        Assert.Equal(one.Countries.SelectMany(c => c.Mentions.Select(m => (c.Code, m.Span.Start, m.Span.End))), other.Countries.SelectMany(c => c.Mentions.Select(m => (c.Code, m.Span.Start, m.Span.End))));
        Assert.Equal(one.Sentences, other.Sentences);
        Assert.Equal(one.Actors.Select(a => a.Id), other.Actors.Select(a => a.Id));
    }

    [Property]
    public void A_text_after_another_reads_as_it_does_alone_in_its_countries(HostileText hostile)
    {
        // A line of its own: nothing before it reaches into it.
        const string before = "Kedua delegasi tiba di pelabuhan pada pagi yang cerah itu dan langsung bekerja.\n";
        var one = ArticleReader.Default.Read(new Article("any", hostile.Text, Language: "id"));
        var other = ArticleReader.Default.Read(new Article("any", before + hostile.Text, Language: "id"));
        RecordChecks.Check(before + hostile.Text, other);
        Assert.Equal(one.Sentences.Count + 1, other.Sentences.Count);
    }

    private static string Json(ArticleRecord record)
    {
        var bytes = new ArrayBufferWriter<byte>();
        RecordJson.Write(record, bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
