namespace Simpul.Text.Tests;

/// <summary>Calendar expressions against a publication on Thursday, 5 February 2026.</summary>
public class ValuesDateTests
{
    private const string Published = "2026-02-05";

    [Theory]
    [InlineData("Kedua menteri bertemu pada Rabu (4/02).", "Rabu (4/02)=2026-02-04")]
    [InlineData("Kedua menteri bertemu pada hari Rabu (4/2).", "hari Rabu (4/2)=2026-02-04")]
    [InlineData("Ia tiba di Jakarta, Selasa (3/2/2026).", "Selasa (3/2/2026)=2026-02-03")]
    [InlineData("Ia tiba di Jakarta, Selasa, (3/2/2026).", "Selasa, (3/2/2026)=2026-02-03")]
    [InlineData("Sidang dibuka Senin malam (2/2/2026).", "Senin malam (2/2/2026)=2026-02-02")]
    [InlineData("Sidang dibuka Kamis, 12 September 2019, di Bali.", "Kamis, 12 September 2019=2019-09-12")]
    [InlineData("Perjanjian itu diteken pada 17 Agustus 1995.", "17 Agustus 1995=1995-08-17")]
    [InlineData("Perjanjian itu diteken pada tanggal 5 Agustus 2020.", "tanggal 5 Agustus 2020=2020-08-05")]
    [InlineData("Perjanjian itu diteken pada bulan April 2010.", "bulan April 2010=2010-04")]
    [InlineData("Pasukan ditarik pada 12-13 September 2025.", "12=2025-09-12; 13 September 2025=2025-09-13")]
    [InlineData("Latihan berlangsung 27 Agustus-3 September 2025.", "27 Agustus=2025-08-27; 3 September 2025=2025-09-03")]
    [InlineData("Mereka berunding Senin dan Selasa (2-3/2/2026).", "2=2026-02-02; 3/2/2026=2026-02-03")]
    [InlineData("Serangan itu (9/11) mengubah dunia.", "")]
    [InlineData("Data itu bertanggal 2025-11-30 di arsip.", "2025-11-30=2025-11-30")]
    [InlineData("Rapat digelar pada 10/9/2019 di Jenewa.", "10/9/2019=2019-09-10")]
    [InlineData("Foto itu dimuat Antara (4/22026) di laman.", "4/22026=2026-02-04")]
    public void Printed(string text, string expected) => Assert.Equal(expected, ValuesLine.Dates(text, Published, "id"));

    [Theory]
    [InlineData("Menlu itu tiba pada Selasa.", "Selasa=2026-02-03")]
    [InlineData("Menlu itu tiba pada Kamis.", "Kamis=2026-02-05")]
    [InlineData("Presiden akan berkunjung ke Tokyo pada Senin.", "Senin=2026-02-09")]
    [InlineData("\"Kami akan datang ke sana,\" kata menteri itu, Senin.", "Senin=2026-02-02")]
    [InlineData("Gencatan senjata berakhir pada Minggu malam.", "Minggu malam=2026-02-08")]
    [InlineData("Mereka bertemu Senin pekan depan di Roma.", "Senin pekan depan=2026-02-09")]
    [InlineData("Mereka bertemu Kamis lalu di Roma.", "Kamis lalu=2026-01-29")]
    [InlineData("Mereka bertemu Rabu, kemarin, di Roma.", "Rabu, kemarin=2026-02-04")]
    [InlineData("Hari ini mereka tiba, besok mereka pulang.", "Hari ini=2026-02-05; besok=2026-02-06")]
    [InlineData("Ledakan terjadi kemarin malam dan tadi malam.", "kemarin malam=2026-02-04; tadi malam=2026-02-04")]
    [InlineData("Perundingan dilanjutkan lusa.", "lusa=2026-02-07")]
    [InlineData("Pekan lalu ia sakit, minggu ini ia sehat.", "Pekan lalu=2026-W05; minggu ini=2026-W06")]
    [InlineData("Minggu lalu ia sakit, bulan depan ia kembali.", "Minggu lalu=2026-W05; bulan depan=2026-03")]
    [InlineData("Ekspor naik tahun lalu dan turun tahun ini.", "tahun lalu=2025; tahun ini=2026")]
    [InlineData("Serangan dimulai akhir bulan ini.", "akhir bulan ini=2026-02")]
    [InlineData("Mereka bertemu akhir tahun lalu di Korea.", "akhir tahun lalu=2025")]
    [InlineData("Situasi memburuk sejak awal tahun.", "awal tahun=2026-01")]
    [InlineData("Tarif berlaku hingga pertengahan Oktober 2025.", "pertengahan Oktober 2025=2025-10")]
    [InlineData("Ia menang pada akhir 2019.", "akhir 2019=2019")]
    [InlineData("Kunjungan dijadwalkan pada paruh pertama 2026.", "paruh pertama 2026=2026-H1")]
    [InlineData("Laba naik pada semester II tahun lalu.", "semester II tahun lalu=2025-H2")]
    [InlineData("Laba naik pada kuartal ketiga 2025.", "kuartal ketiga 2025=2025-Q3")]
    [InlineData("Ia memimpin sejak 2014.", "2014=2014")]
    [InlineData("Ia memimpin pada tahun 2014 hingga 2019.", "tahun 2014=2014; 2019=2019")]
    [InlineData("Indonesia duduk di dewan itu pada 2020-2022.", "2020=2020; 2022=2022")]
    [InlineData("Perang pecah pada 2014 dan meluas pada tahun berikutnya.", "2014=2014; tahun berikutnya=2015")]
    [InlineData("Ia ditahan tiga hari lalu.", "tiga hari lalu=2026-02-02")]
    [InlineData("Ia ditahan 2 pekan yang lalu.", "2 pekan yang lalu=2026-W04")]
    [InlineData("Ia ditahan enam bulan silam.", "enam bulan silam=2025-08")]
    [InlineData("Ia ditahan setahun lalu.", "setahun lalu=2025")]
    [InlineData("Pertemuan itu berlangsung pada 6 September lalu.", "6 September=2025-09-06")]
    [InlineData("Pemilihan digelar pada 16 Oktober mendatang.", "16 Oktober=2026-10-16")]
    [InlineData("Ia tiba pada 3 Februari 2026, dan keesokan harinya ia ditahan.", "3 Februari 2026=2026-02-03; keesokan harinya=2026-02-04")]
    [InlineData("Tarif yang berakhir 9 Februari itu tertinggi sejak Juni.", "9 Februari=2026-02-09; Juni=2025-06")]
    [InlineData("Laba naik pada kuartal III-2025.", "kuartal III-2025=2025-Q3")]
    [InlineData("Latihan berlangsung 27 Agustus–3 September 2025.", "27 Agustus=2025-08-27; 3 September 2025=2025-09-03")]
    public void AgainstPublication(string text, string expected) => Assert.Equal(expected, ValuesLine.Dates(text, Published, "id"));

    [Theory]
    [InlineData("The ministers met on Feb. 4 in Rome.", "Feb. 4=2026-02-04")]
    [InlineData("The ministers met on February 4, 2026, in Rome.", "February 4, 2026=2026-02-04")]
    [InlineData("The ministers met on 4 February 2026 in Rome.", "4 February 2026=2026-02-04")]
    [InlineData("The ministers met on the 4th of February 2026 in Rome.", "4th of February 2026=2026-02-04")]
    [InlineData("The ministers met last Tuesday in Rome.", "last Tuesday=2026-02-03")]
    [InlineData("The ministers met on Tuesday night in Rome.", "Tuesday night=2026-02-03")]
    [InlineData("The president will travel to Rome on Monday.", "Monday=2026-02-09")]
    [InlineData("He was invited for the first half of 2026.", "the first half of 2026=2026-H1")]
    [InlineData("He was arrested two years ago.", "two years ago=2024")]
    [InlineData("He was arrested last week and freed yesterday.", "last week=2026-W05; yesterday=2026-02-04")]
    [InlineData("He was arrested late last year.", "late last year=2025")]
    [InlineData("The war began in March 2022 and ended in May.", "March 2022=2022-03; May=2022-05")]
    [InlineData("The talks ran from Feb. 2-4, 2026, in Rome.", "Feb. 2=2026-02-02; 4, 2026=2026-02-04")]
    [InlineData("He has led the party since 2014.", "2014=2014")]
    public void English(string text, string expected) => Assert.Equal(expected, ValuesLine.Dates(text, Published, "en"));

    [Theory]
    [InlineData("Kota itu berdiri sejak abad ke-13.")]
    [InlineData("Ia lahir pada dekade 1990-an.")]
    [InlineData("Hubungan itu tumbuh dalam beberapa bulan terakhir.")]
    [InlineData("Presiden menandatangani Keppres Nomor 20 Tahun 2019 itu.")]
    [InlineData("Ia menonton Piala Dunia 2018 di rumah.")]
    [InlineData("Ia berpidato setiap Senin di lapangan.")]
    [InlineData("Ia melihat tanggal 31/2/2026 di surat itu.")]
    [InlineData("Ia membaca saat ini dan seterusnya.")]
    [InlineData("Sidang dimulai pukul 13.00 WIB.")]
    [InlineData("Lebih dari 2000 orang mengungsi.")]
    [InlineData("Perang Dunia II menghancurkan kota itu.")]
    public void None(string text) => Assert.Equal("", ValuesLine.Dates(text, Published, "id"));

    [Theory]
    [InlineData("He may march with them in the 1990s style.")]
    [InlineData("Theresa May met them every Monday.")]
    [InlineData("The play was staged in the 19th century.")]
    public void NoneInEnglish(string text) => Assert.Equal("", ValuesLine.Dates(text, Published, "en"));

    [Fact]
    public void WeekdayFixesTheYearWhereNothingElseDoes() =>
        Assert.Equal("Rabu (4/02)=2026-02-04", ValuesLine.Dates("Mereka bertemu pada Rabu (4/02).", null, "id"));

    [Fact]
    public void PrintedDateHoldsAgainstItsWeekday() =>
        Assert.Equal("Jumat (12/09)=2019-09-12", ValuesLine.Dates("Ia wafat pada Jumat (12/09).", "2019-09-15", "id"));

    [Fact]
    public void FirstFullDateIsTheAnchorWhereNoneIsGiven() =>
        Assert.Equal("Senin (16/9/2019)=2019-09-16; kemarin=2019-09-15; tahun lalu=2018",
            ValuesLine.Dates("Ia tiba Senin (16/9/2019). Kapalnya tiba kemarin. Ia pergi tahun lalu.", null, "id"));

    [Fact]
    public void NothingRelativeWithoutAnAnchor() => Assert.Equal("", ValuesLine.Dates("Ia tiba kemarin dan pergi bulan lalu.", null, "id"));

    [Fact]
    public void AYearOfPublicationResolvesYearsOnly() =>
        Assert.Equal("tahun lalu=2018", ValuesLine.Dates("Ia tiba kemarin dan lahir tahun lalu.", "2019", "id"));

    [Fact]
    public void TodayInAQuotationIsTheDayOfSpeaking() =>
        Assert.Equal("Rabu=2017-09-13; hari ini=2017-09-13",
            ValuesLine.Dates("Presiden berpidato pada Rabu.\n\"Bantuan ini kita kirim hari ini juga,\" katanya.", "2017-09-14", "id"));
}
