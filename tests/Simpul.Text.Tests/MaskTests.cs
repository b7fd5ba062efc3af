using Simpul.Text.Packs;

namespace Simpul.Text.Tests;

public class MaskTests
{
    [Fact]
    public void Classes_of_words_and_kinds_of_phrases_fit_their_masks()
    {
        Assert.InRange(Enum.GetValues<WordClass>().Length, 1, 64);
        Assert.InRange(Enum.GetValues<PhraseKind>().Length, 1, 32);
    }
}
