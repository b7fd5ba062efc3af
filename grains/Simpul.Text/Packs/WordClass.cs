namespace Simpul.Text.Packs;

/// <summary>
/// The closed classes of words that rules speak of by name; <c>words.tsv</c> of each language lists their members. A rule never
/// names a word.
/// </summary>
internal enum WordClass : byte
{
    /// <summary>Tells the language of a paragraph.</summary>
    Function,
    /// <summary>dengan; with.</summary>
    With,
    /// <summary>kepada, ke, terhadap, untuk, bagi, atas; to, toward, against, for, at, on.</summary>
    Toward,
    /// <summary>dari; from.</summary>
    From,
    /// <summary>oleh; by.</summary>
    By,
    /// <summary>di, pada, dalam; in, at, on.</summary>
    In,
    /// <summary>ke; to: before a place it gives where.</summary>
    To,
    /// <summary>of: makes a genitive (Indonesian has none: the noun follows at once).</summary>
    Of,
    /// <summary>antara; between.</summary>
    Between,
    /// <summary>dan, serta, maupun, bersama; and, as well as.</summary>
    And,
    /// <summary>atau; or.</summary>
    Or,
    /// <summary>yang; who, which, that.</summary>
    Relative,
    /// <summary>tentang, mengenai, soal; about, over: opens a zone whose actors are topics.</summary>
    Topic,
    /// <summary>bahwa; that: opens a content clause.</summary>
    That,
    /// <summary>saat, ketika, setelah, karena, meski, sementara; when, after, because, although, while: opens a clause.</summary>
    Clause,
    /// <summary>tetapi, namun; but: opens a main clause.</summary>
    But,
    /// <summary>untuk, agar, supaya; to, in order to: opens a purpose.</summary>
    Purpose,
    /// <summary>ia, dia, beliau; he, she.</summary>
    PronounSingular,
    /// <summary>mereka; they.</summary>
    PronounPlural,
    /// <summary>saya, kami, kita; I, we.</summary>
    PronounFirst,
    /// <summary>-nya; his, her, its, their.</summary>
    Possessive,
    /// <summary>him, her (object only).</summary>
    PronounObject,
    /// <summary>dirinya; himself.</summary>
    Reflexive,
    /// <summary>saling; each other, one another.</summary>
    Reciprocal,
    /// <summary>kedua negara, kedua pihak; both sides, the two countries.</summary>
    Pair,
    /// <summary>ketiganya, ketiga negara; all three.</summary>
    Triple,
    /// <summary>negara itu, negara tersebut; the country.</summary>
    ThatCountry,
    /// <summary>rekan sejawatnya, mitranya; his counterpart.</summary>
    Counterpart,
    /// <summary>mantan, eks, bekas; former, ex-.</summary>
    Former,
    /// <summary>calon; candidate, would-be, elect.</summary>
    Future,
    /// <summary>wakil, deputi; deputy, vice.</summary>
    Deputy,
    /// <summary>pemerintah, warga, pasukan, tentara, pejabat: nouns before a country's name that stand for it.</summary>
    StateNoun,
    /// <summary>nouns before a country's name that do not act for it: perusahaan, media, warga, pengungsi.</summary>
    PeopleNoun,
    /// <summary>sekutu, musuh, lawan, mitra, tetangga: nouns before a country's name that mean others.</summary>
    OtherNoun,
    /// <summary>itu, tersebut, ini; the, this, that (determiners).</summary>
    Determiner,
    /// <summary>be, is, was, were, been: makes an English passive.</summary>
    Be,
    /// <summary>Bin, van, de, al: lower-case words inside names.</summary>
    NameParticle,
    /// <summary>Words that begin a sentence with a capital and are never names.</summary>
    NotName,
    /// <summary>menurut, according to: attribution before a source.</summary>
    According,
    /// <summary>dilansir, dikutip, seperti dilaporkan: a medium follows.</summary>
    Medium,
    /// <summary>kepada wartawan: addressee of a statement.</summary>
    Press,
    /// <summary>bahasa; -language: the country word after it is a language.</summary>
    LanguageNoun,
    /// <summary>dolar, rupee: the country word after it is a currency.</summary>
    CurrencyNoun,
    /// <summary>Generic nouns for a family: keluarga, anak, istri; son of, wife of.</summary>
    Kin,
    /// <summary>sepak bola, gol, liga: words that tell a report on sport.</summary>
    Sport,
    /// <summary>alias, atau yang akrab disapa; aka.</summary>
    Alias,
    /// <summary>kedua pemimpin, keduanya; both leaders: two people rather than two countries.</summary>
    PairPeople,
    /// <summary>konferensi, bandara, perjanjian; treaty, airport: a name that begins (in English: ends) so is no actor.</summary>
    ThingNoun,
    /// <summary>memutuskan, berhasil; decided to: what follows happened.</summary>
    Implicative,
    /// <summary>pemerintah with no country: the government of the country that the article is about.</summary>
    Government,
    /// <summary>pemberontak, kelompok itu; the rebels: the armed group that the article named last.</summary>
    Rebels,
    /// <summary>ketiga, ke-7; third: may stand between a title and its country.</summary>
    Ordinal,
    /// <summary>seperti, antara lain; such as, including: what follows is a member of the noun before.</summary>
    Such,
    /// <summary>bidang, urusan, seksi: between an office or body and what it is for.</summary>
    Field,
    /// <summary>Nasdaq, S&amp;P, Nikkei: bodies whose market index has the same name.</summary>
    MarketIndex,
    /// <summary>jalan, jl, tol: the place after it names a street, not a city.</summary>
    Street,
    /// <summary>juga, kemudian, sejak itu; also, then: may stand between a subject and its verb.</summary>
    Adverb,
    /// <summary>melalui, direktur, berbagai: begins like a verb and is none.</summary>
    NotVerb,
    /// <summary>negaranya, pihaknya, pemerintahnya; his country, their government: the side of the person last spoken of.</summary>
    OwnSide,
    /// <summary>County, Township: after a name, a district of the country that the language's settings give.</summary>
    District,
    /// <summary>ratusan, sejumlah, unit; dozens of, several: says how many, and may part the words of a trigger as a number does.</summary>
    Quantity,
}
