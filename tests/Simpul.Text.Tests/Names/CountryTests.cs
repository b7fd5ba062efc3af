using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Names;

public sealed class CountryTests
{
    [Theory]
    [InlineData("Harga beras di Thailand naik.", "TH name Thailand")]
    [InlineData("Banyak warga Korsel menonton.", "KR name Korsel")]
    [InlineData("Ekspor ke Uni Emirat Arab tumbuh.", "AE name Uni Emirat Arab")]
    [InlineData("Ekspor ke UEA tumbuh.", "AE name UEA")]
    [InlineData("Pabrik di Tiongkok tutup.", "CN name Tiongkok")]
    [InlineData("Pabrik di RRC tutup.", "CN name RRC")]
    [InlineData("Pabrik di Cina tutup.", "CN name Cina")]
    [InlineData("Turis dari Amerika Serikat berkurang.", "US name Amerika Serikat")]
    [InlineData("Turis dari Amrik berkurang.", "US name Amrik")]
    [InlineData("Turis dari AS berkurang.", "US name AS")]
    [InlineData("Banjir di Papua Nugini meluas.", "PG name Papua Nugini")]
    [InlineData("Gempa di Selandia Baru terasa kuat.", "NZ name Selandia Baru")]
    [InlineData("Pemilu di Timor Leste berjalan aman.", "TL name Timor Leste")]
    [InlineData("Kapal Belarusia tiba.", "BY name Belarusia")]
    public void A_country_is_known_by_its_Indonesian_names(string text, string mention) => Read(text).In("id").Mentions(mention);

    [Theory]
    [InlineData("Prices rose in the United Kingdom.", "GB name United Kingdom")]
    [InlineData("Prices rose in the U.K. last month.", "GB name U.K.")]
    [InlineData("Floods hit the Ivory Coast.", "CI name Ivory Coast")]
    [InlineData("Floods hit Myanmar.", "MM name Myanmar")]
    [InlineData("Floods hit Burma.", "MM name Burma")]
    [InlineData("The election in Türkiye was calm.", "TR name Türkiye")]
    [InlineData("The election in Turkey was calm.", "TR name Turkey")]
    public void A_country_is_known_by_its_English_names(string text, string mention) => Read(text).In("en").Mentions(mention);

    [Theory]
    [InlineData("The French were pleased with the vote.", "FR demonym French")]
    [InlineData("A Dutch ship left the port.", "NL demonym Dutch")]
    [InlineData("Two Iranians were on the boat.", "IR demonym Iranians")]
    public void A_people_is_a_mention_of_its_country(string text, string mention) => Read(text).In("en").Mentions(mention);

    [Theory]
    [InlineData("Rapat itu digelar di Kairo.", "EG place Kairo")]
    [InlineData("Rapat itu digelar di Moskow.", "RU place Moskow")]
    [InlineData("Warga di Tepi Barat mengungsi.", "PS place Tepi Barat")]
    [InlineData("Warga di Jalur Gaza mengungsi.", "PS place Jalur Gaza")]
    [InlineData("Kereta dari Surabaya terlambat.", "ID place Surabaya")]
    [InlineData("Banjir melanda Jawa Barat.", "ID place Jawa Barat")]
    public void A_city_or_region_is_a_mention_of_its_country(string text, string mention) => Read(text).In("id").Mentions(mention);

    [Theory]
    [InlineData("Demonstrasi di Hong Kong berlanjut.", "HK")]
    [InlineData("Bursa Taiwan menguat.", "TW")]
    [InlineData("Warga Palestina mengungsi.", "PS")]
    [InlineData("Es di Greenland mencair.", "GL")]
    public void A_territory_with_a_code_of_its_own_counts_as_itself(string text, string code) => Read(text).In("id").Names(code);

    [Theory]
    [InlineData("Produk Negeri Tirai Bambu membanjiri pasar.", "CN metonym Negeri Tirai Bambu")]
    [InlineData("Produk Negeri Paman Sam membanjiri pasar.", "US metonym Negeri Paman Sam")]
    [InlineData("Pernyataan Kremlin itu singkat.", "RU metonym Kremlin")]
    [InlineData("Pernyataan Gedung Putih itu singkat.", "US metonym Gedung Putih")]
    [InlineData("Produk Negeri Sakura membanjiri pasar.", "JP metonym Negeri Sakura")]
    public void A_nickname_or_seat_of_government_is_a_metonym(string text, string mention) => Read(text).In("id").Mentions(mention);

    [Theory]
    [InlineData("Klub AS Roma menang dua gol.")]
    [InlineData("Ia fasih bahasa Inggris.")]
    [InlineData("Kursus bahasa Jepang makin diminati.")]
    [InlineData("Kapal berlayar di Laut China Selatan.")]
    [InlineData("Harganya seribu dolar AS.")]
    [InlineData("Nilainya sepuluh dolar Australia.")]
    [InlineData("Ia berutang yuan China dan dolar Singapura.")]
    [InlineData("Surat kabar Washington Post memuat berita itu.")]
    [InlineData("Petani memakai as roda yang baru.")]
    [InlineData("Ibu memasak kalkun, bukan turki.")]
    public void A_word_that_only_looks_like_a_country_is_none(string text) => Read(text).In("id").Names();

    [Theory]
    [InlineData("Guests ate turkey and drank from fine china.")]
    [InlineData("He speaks fluent Chinese language at home.")]
    [InlineData("A ship crossed the South China Sea.")]
    [InlineData("The Washington Post ran the story.")]
    [InlineData("Basketball fans cheered for Michael Jordan.")]
    [InlineData("Readers still love Jack London.")]
    public void An_English_word_that_only_looks_like_a_country_is_none(string text) => Read(text).In("en").Names();

    [Fact]
    public void Dollars_with_their_country_are_a_currency() => Read("Perusahaan itu membayar US$1.5 billion kepada bank.").In("id").Names();

    [Fact]
    public void Belarus_is_not_Russia() => Read("Presiden Belarusia tiba di ibu kota.").In("id").Names("BY");

    [Fact]
    public void South_Korea_is_not_North_Korea() => Read("Korea Utara dan Korea Selatan berbeda waktu.").In("id").Mentions("KP name Korea Utara", "KR name Korea Selatan");

    [Fact]
    public void South_Sudan_is_not_Sudan() => Read("Aid reached South Sudan from Sudan.").In("en").Mentions("SS name South Sudan", "SD name Sudan");

    [Fact]
    public void Guinea_Bissau_is_one_country() => Read("Kudeta di Guinea-Bissau gagal.").In("id").Names("GW");

    [Fact]
    public void The_two_Congos_are_told_apart() =>
        Read("Wabah di Republik Demokratik Kongo meluas.").In("id").Names("CD");

    [Fact]
    public void West_Java_is_a_region_and_the_West_is_no_country()
    {
        Read("Gempa mengguncang Jawa Barat.").In("id").Names("ID");
        Read("Negara Barat mengecam tindakan itu.").In("id").Names();
    }

    [Fact]
    public void Both_sides_of_a_hyphen_are_countries() => Read("Hubungan AS-China memburuk.").In("id").Mentions("US name AS", "CN name China");

    [Fact]
    public void Both_sides_of_an_en_dash_are_countries() => Read("Perbatasan India–Pakistan ditutup.").In("id").Mentions("IN name India", "PK name Pakistan");

    [Fact]
    public void A_prefix_before_a_country_does_not_hide_it() => Read("Gelombang protes anti-Prancis meluas.").In("id").Mentions("FR name Prancis");

    [Fact]
    public void An_enclitic_after_a_country_does_not_hide_it() => Read("Chinalah yang menang.").In("id").Names("CN");

    [Fact]
    public void A_possessive_after_a_country_stays_outside() => Read("Japan's exports fell.").In("en").Mentions("JP name Japan");

    [Fact]
    public void Kenya_is_no_word_with_a_clitic() => Read("Pelari Kenya itu menang.").In("id").Mentions("KE name Kenya");

    [Fact]
    public void The_country_in_an_organ_of_state_is_named() => Read("Kementerian Luar Negeri Rusia membantah kabar itu.").In("id").Names("RU");

    [Theory]
    [InlineData("Laba Garuda Indonesia naik tahun lalu.")]
    [InlineData("Pesawat Air France mendarat darurat.")]
    [InlineData("Demikian dilaporkan CNN Indonesia kemarin.")]
    public void The_country_in_a_brand_is_none(string text) => Read(text).In("id").Names();

    [Fact]
    public void A_text_in_small_letters_still_names_its_countries() =>
        Read("warga malaysia dan thailand menyeberangi perbatasan itu setiap hari").In("id").Names("MY", "TH");

    [Fact]
    public void A_text_in_capitals_still_names_its_countries() => Read("RUSIA DAN UKRAINA BERUNDING LAGI").In("id").Names("RU", "UA");

    [Fact]
    public void A_country_across_odd_spaces_is_one_name() => Read("Warga Korea\u00A0Selatan menonton.").In("id").Names("KR");

    [Fact]
    public void A_name_is_not_read_across_lines() => Read("Ia kembali dari Papua\nNugini belum bersuara.").In("id").NamesNot("PG");

    [Fact]
    public void Decomposed_letters_name_the_same_country() => Read("The election in Tu\u0308rkiye was calm.").In("en").Names("TR");

    [Fact]
    public void Georgia_with_its_capital_is_the_country() => Read("The parliament of Georgia met in Tbilisi.").In("en").Names("GE");

    [Theory]
    [InlineData("The fair in Paris, Texas, opened on Monday. Paris has held it for years.", "US place Paris")]
    [InlineData("The mayor of Dublin spoke in Franklin County. He was born in Columbus.", "US place Dublin")]
    [InlineData("Voters in Georgia and Alabama went to the polls, as did those in Tennessee.", "US place Georgia")]
    [InlineData("The Irish minister returned to Dublin from a visit to Columbus, Ohio.", "IE place Dublin")]
    [InlineData("The president flew from Washington to Paris on Monday.", "FR place Paris")]
    [InlineData("The president of Georgia spoke in Tbilisi about ties with Texas and Ohio.", "GE name Georgia")]
    public void A_name_that_places_share_is_that_of_the_places_around_it(string text, string mention) =>
        Assert.Contains(mention, Read(text).In("en").CountryMentions);
}
