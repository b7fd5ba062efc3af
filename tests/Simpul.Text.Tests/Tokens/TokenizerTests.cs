using Simpul.Text.Tokens;

namespace Simpul.Text.Tests.Tokens;

public sealed class TokenizerTests
{
    private static readonly HashSet<ulong> NoPrefixes = [];

    private static string[] Cut(string text)
    {
        var tokens = new Buffer<Token>();
        Tokenizer.Run(text, tokens, NoPrefixes);
        return [.. tokens.Items.ToArray().Select(t => text[t.Start..t.End])];
    }

    private static ulong HashOf(string word)
    {
        var tokens = new Buffer<Token>();
        Tokenizer.Run(word, tokens, NoPrefixes);
        return Assert.Single(tokens.Items.ToArray()).Hash;
    }

    [Theory]
    [InlineData("negara-negara anggota", "negara-negara|anggota")]
    [InlineData("Kim Jong-un", "Kim|Jong-un")]
    [InlineData("pandemi Covid-19", "pandemi|Covid-19")]
    [InlineData("KTT ke-74", "KTT|ke-74")]
    [InlineData("era 1990-an", "era|1990-an")]
    public void A_hyphen_before_a_small_letter_or_a_digit_stays_in_the_word(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Cut(text));

    [Theory]
    [InlineData("hubungan AS-China", "hubungan|AS|-|China")]
    [InlineData("kelompok pro-Rusia", "kelompok|pro|-|Rusia")]
    [InlineData("demo anti-China", "demo|anti|-|China")]
    [InlineData("forum se-Asia", "forum|se|-|Asia")]
    [InlineData("eks-PM", "eks|-|PM")]
    public void A_hyphen_before_a_capital_splits(string text, string expected) => Assert.Equal(expected.Split('|'), Cut(text));

    [Theory]
    [InlineData("Xi–Putin", "Xi|–|Putin")]
    [InlineData("bulan–bulan", "bulan|–|bulan")]
    [InlineData("he left—she stayed", "he|left|—|she|stayed")]
    public void Dashes_always_split(string text, string expected) => Assert.Equal(expected.Split('|'), Cut(text));

    [Theory]
    [InlineData("Ma'ruf")]
    [InlineData("Jum’at")]
    [InlineData("O'Brien")]
    public void An_inner_apostrophe_stays_in_the_word(string word) => Assert.Equal([word], Cut(word));

    [Theory]
    [InlineData("1.500.000")]
    [InlineData("10.30")]
    [InlineData("4/02")]
    [InlineData("10/9/2019")]
    [InlineData("2,5")]
    [InlineData("20:15")]
    public void A_number_with_its_marks_is_one_token(string number) => Assert.Equal([number], Cut(number));

    [Fact]
    public void A_number_lets_go_of_the_mark_at_its_end() => Assert.Equal(["pada", "2019", ",", "lalu", "2020", "."], Cut("pada 2019, lalu 2020."));

    [Fact]
    public void The_English_possessive_is_a_token_of_its_own() => Assert.Equal(["China", "'s", "envoy"], Cut("China's envoy"));

    [Fact]
    public void The_curly_possessive_is_a_token_of_its_own() => Assert.Equal(["Trump", "’s", "aide"], Cut("Trump’s aide"));

    [Theory]
    [InlineData("U.S.", "US")]
    [InlineData("P.B.B.", "PBB")]
    public void Full_stops_between_single_letters_do_not_count(string dotted, string plain) => Assert.Equal(HashOf(plain), HashOf(dotted));

    [Theory]
    [InlineData("Erdoğan", "erdogan")]
    [InlineData("São", "SAO")]
    [InlineData("Łódź", "Lodz")]
    [InlineData("Jum’at", "jum'at")]
    public void Case_and_Latin_accents_do_not_count(string one, string other) => Assert.Equal(HashOf(one), HashOf(other));

    [Fact]
    public void Composed_and_decomposed_letters_are_the_same() => Assert.Equal(HashOf("Erdo\u011Fan"), HashOf("Erdog\u0306an"));

    [Fact]
    public void A_Cyrillic_letter_is_not_its_Latin_twin() => Assert.NotEqual(HashOf("Jokowi"), HashOf("J\u043Ekowi"));

    [Fact]
    public void A_surrogate_pair_stays_in_one_token() => Assert.Equal(["selamat", "😀", "ya"], Cut("selamat 😀 ya"));

    [Fact]
    public void A_domain_is_one_token() => Assert.Equal(["menurut", "Kompas.com", "."], Cut("menurut Kompas.com."));

    [Fact]
    public void A_missing_space_after_a_full_stop_splits() => Assert.Equal(["selesai", ".", "Kemudian"], Cut("selesai.Kemudian"));

    [Fact]
    public void Odd_spaces_separate_like_plain_ones() => Assert.Equal(["Xi", "Jinping", "tiba"], Cut("Xi\u00A0Jinping\ttiba"));

    [Fact]
    public void A_zero_width_space_and_a_byte_order_mark_are_no_tokens() => Assert.Equal(["China", "dan", "AS"], Cut("\uFEFFChina dan\u200B AS"));

    [Fact]
    public void Three_full_stops_are_one_token() => Assert.Equal(["lalu", "...", "pergi"], Cut("lalu ... pergi"));

    [Fact]
    public void A_thousand_combining_marks_stay_on_their_letter() => Assert.Single(Cut("a" + new string('\u0301', 1000)));
}
