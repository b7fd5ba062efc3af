using System.Text;

namespace Simpul.Contracts.Tests;

public sealed class GrainKeysTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("dir/sub/file")]
    [InlineData("100%25 /?#+@")]
    [InlineData("é😀 漢字\u0301")]
    [InlineData("a@1/b")]
    [InlineData("%2F")]
    public void Any_id_comes_back_from_its_key(string id)
    {
        var corpus = new CorpusRef("berita.id-1", 42);
        var key = GrainKeys.Article(corpus, id);
        Assert.True(Ascii.IsValid(key));
        Assert.DoesNotContain(key, static c => char.IsWhiteSpace(c) || char.IsControl(c));
        Assert.Equal((corpus, id), GrainKeys.Parse(key));
    }

    [Fact]
    public void Two_ids_never_share_a_key()
    {
        var corpus = new CorpusRef("c", 1);
        string[] ids = ["a/b", "a%2Fb", "a%252Fb", "A/b", "a b", "a+b", "a%20b", ""];
        Assert.Equal(ids.Length, ids.Select(id => GrainKeys.Article(corpus, id)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_keys_of_an_incarnation_are_its_own()
    {
        var old = new CorpusRef("c", 1);
        var young = new CorpusRef("c", 2);
        Assert.NotEqual(GrainKeys.Ledger(old, 3), GrainKeys.Ledger(young, 3));
        Assert.Equal((young, 3), GrainKeys.ParseNumbered(GrainKeys.Ledger(young, 3)));
        Assert.Equal((young, ""), GrainKeys.Parse(GrainKeys.Corpus(young)));
        Assert.Throws<FormatException>(() => GrainKeys.Parse("nonsense"));
        Assert.Throws<FormatException>(() => GrainKeys.Parse("c@x/1"));
    }

    [Theory]
    [InlineData("berita", true)]
    [InlineData("a", true)]
    [InlineData("2026-02_x.y", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a@b", false)]
    [InlineData("a/b", false)]
    [InlineData(".a", false)]
    [InlineData("bérita", false)]
    public void Names_of_corpora_have_no_second_meaning(string? name, bool isName) => Assert.Equal(isName, CorpusRef.IsName(name));
}
