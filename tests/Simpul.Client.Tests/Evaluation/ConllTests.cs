using Simpul.Client.Evaluation;

namespace Simpul.Client.Tests.Evaluation;

public sealed class ConllTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Labels_of_all_schemes_become_names_of_three_types()
    {
        var file = folder.Write("a.tsv", "Ibu\tO\nSri\tB-PERSON\nMulyani\tI-PERSON\nke\tO\nBali\tI-PLACE\nKamis\tB-TIME\n\nPT\tB-ORGANISATION\nAbadi\tE-ORGANISATION\nBudi\tS-PER\nAni\tB-PER\n");
        var sentences = ConllFile.Read(file).ToList();
        Assert.Equal(["Ibu Sri Mulyani ke Bali Kamis", "PT Abadi Budi Ani"], sentences.Select(s => s.Text));
        Assert.Equal([new(4, 15, "PER"), new(19, 23, "LOC")], sentences[0].Names);
        Assert.Equal([new(0, 8, "ORG"), new(9, 13, "PER"), new(14, 17, "PER")], sentences[1].Names);
        Assert.Equal(8, sentences[1].Line);
    }

    [Fact]
    public void A_title_before_a_name_is_right_only_where_the_left_bound_is_free()
    {
        var sentence = new ConllSentence("Presiden Ali bertemu Budi di Solo", [new(9, 12, "PER"), new(21, 25, "PER"), new(29, 33, "LOC")], 1);
        var score = ConllScore.Of([sentence], _ => [new(0, 12, "PER"), new(21, 25, "ORG"), new(29, 33, "LOC")]);
        Assert.Equal(new Counts(1, 3, 3), score.Strict(null));
        Assert.Equal(new Counts(2, 3, 3), score.Tolerant(null));
        Assert.Equal(new Counts(1, 2, 1), score.Tolerant("PER"));
        Assert.Equal([(new NameSpan(21, 25, "PER"), false), (new NameSpan(21, 25, "ORG"), true)], score.Misses.Select(m => (m.Name, m.IsExtra)));
    }

    [Fact]
    public void A_name_is_widened_to_its_tokens()
    {
        var sentence = new ConllSentence("kata Ali, dan Budinya", [new(5, 9, "PER"), new(14, 21, "PER")], 1);
        Assert.Equal(new Counts(2, 2, 2), ConllScore.Of([sentence], _ => [new(5, 8, "PER"), new(14, 18, "PER")]).Strict(null));
    }

    [Fact]
    public async Task A_file_is_scored_with_the_names_of_its_records()
    {
        var file = folder.Write("a.tsv", "Xi\tB-PER\nJinping\tI-PER\ntiba\tO\ndi\tO\nRusia\tB-LOC\n.\tO\n");
        var run = await SimpulRun.Of("evaluate", "--conll", file, "--format", "csv");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("a.tsv,all,1,1,1,1,2,2,2,2", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_a_label_is_named()
    {
        var run = await SimpulRun.Of("evaluate", "--conll", folder.Write("a.tsv", "Xi\tB-PER\nJinping\n"));
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("a.tsv:2", run.Error, StringComparison.Ordinal);
    }
}
