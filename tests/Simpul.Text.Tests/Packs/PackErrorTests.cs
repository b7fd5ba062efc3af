using Simpul.Text.Packs;

namespace Simpul.Text.Tests.Packs;

/// <summary>What is wrong in a data file is said with file, line and remedy.</summary>
public sealed class PackErrorTests : IDisposable
{
    private readonly ToyLanguage _toy = new();

    public PackErrorTests()
    {
        // A small pack of its own: the shipped files play no part in these tests.
        _toy.Write("common/cameo", "code\tname\ttype\tgoldstein\tplover_score", "040\tConsult\tCONSULT\t10\t1", "111\tCriticise\tACCUSE\t-20\t-2");
        _toy.Write("common/countries", "code\talpha3\tcontinent\tcurrency\tcapital", "FR\tFRA\tEU\tEUR\tParis", "JP\tJPN\tAS\tJPY\tTokyo", "RU\tRUS\tEU\tRUB\tMoscow");
    }

    public void Dispose() => _toy.Dispose();

    [Fact]
    public void A_small_sound_pack_loads() => Assert.Single(Load().Grammar.Languages);

    [Fact]
    public void One_pack_has_one_version() => Assert.Equal(Load().Version, Load().Version);

    [Fact]
    public void A_changed_word_changes_the_version()
    {
        var before = Load().Version;
        _toy.Write("xx/demonyms", "code\tname\tnote", "FR\tfranzösischer\t");
        Assert.NotEqual(before, Load().Version);
    }

    [Theory]
    [InlineData("triggers", "lemma\tpos\tforms\ttype\tcameo\tsource\ttarget\tpreps\tflags\tnot_before\tnot_after\tprior\tnote\nx\tV\tx:a\tSHOUT\t040\tS\tO\t\t\t\t\t0.80\t", 3, "unknown event type")]
    [InlineData("triggers", "lemma\tpos\tforms\ttype\tcameo\tsource\ttarget\tpreps\tflags\tnot_before\tnot_after\tprior\tnote\nx\tV\tx:a\tACCUSE\t999\tS\tO\t\t\t\t\t0.80\t", 3, "unknown CAMEO code")]
    [InlineData("triggers", "lemma\tpos\tforms\ttype\tcameo\tsource\ttarget\tpreps\tflags\tnot_before\tnot_after\tprior\tnote\nx\tV\tx\tACCUSE\t111\tS\tO\t\t\t\t\t0.80\t", 3, "has no voice")]
    [InlineData("words", "class\tform\nnoise\tx", 3, "unknown class")]
    [InlineData("modality", "form\teffect\tscope\tnote\nx\tmaybe\tbefore\t", 3, "unknown effect")]
    [InlineData("organisations", "id\tname\nnobody-at-all\tX", 3, "no organisation")]
    [InlineData("demonyms", "code\tname\tnote\nFR\tx\t\t\t", 3, "5 fields where the header has 3")]
    [InlineData("demonyms", "code\tnote\nFR\t", 3, "no column")]
    public void A_row_that_cannot_be_read_names_file_line_and_remedy(string file, string content, int line, string found)
    {
        _toy.Write("xx/" + file, content.Split('\n'));
        var error = Assert.Throws<PackException>(Load);
        Assert.Equal(($"xx/{file}.tsv", line), (error.File, error.Line));
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
    }

    private Pack Load() => new(PackFiles.FromFolder(_toy.Folder));
}
