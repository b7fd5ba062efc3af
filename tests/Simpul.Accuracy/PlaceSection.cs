using System.Globalization;
using System.Xml.Linq;
using Simpul.Text;

namespace Simpul.Accuracy;

/// <summary>Countries of places in English local news.</summary>
internal static class PlaceSection
{
    public static void Write(Markdown page, string data)
    {
        var codes = Codes();
        int gold = 0, resolved = 0, right = 0, abroad = 0, abroadResolved = 0, abroadRight = 0, articles = 0;
        foreach (var article in XDocument.Load(Path.Join(data, "geo-en-lgl", "lgl.xml")).Descendants("article"))
        {
            articles++;
            // Offsets count over the text as it stands in the file.
            var text = article.Element("text")!.Value;
            var record = ArticleReader.Default.Read(new Article((string?)article.Attribute("docid") ?? "", text, Language: "en", Published: ((string?)article.Element("dltime"))?[..10]));
            var said = record.Countries.SelectMany(c => c.Mentions, (c, m) => (m.Span.Start, m.Span.End, c.Code)).ToLookup(m => (m.Start, m.End), m => m.Code);
            foreach (var toponym in article.Descendants("toponym"))
            {
                if (toponym.Element("gaztag")?.Element("country")?.Value is not { } country || !codes.TryGetValue(country, out var code)) continue;
                var found = said[((int)toponym.Element("start")!, (int)toponym.Element("end")!)].FirstOrDefault();
                gold++;
                if (found is not null) resolved++;
                if (found == code) right++;
                if (code == "US") continue;
                abroad++;
                if (found is not null) abroadResolved++;
                if (found == code) abroadRight++;
            }
        }

        page.Heading(2, "English places: LGL");
        page.Text($"{articles} local news articles, most of them of small towns in the United States; a place is resolved where a record has a country mention with its bounds.");
        page.Table(
            ["places", "resolved", "right of resolved", "of"],
            [["all", Markdown.Share(resolved, gold), Markdown.Share(right, resolved), gold], ["outside the United States", Markdown.Share(abroadResolved, abroad), Markdown.Share(abroadRight, abroadResolved), abroad]]);
    }

    private static Dictionary<string, string> Codes()
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Palestinian Territory"] = "PS", ["Czech Republic"] = "CZ", ["Turkey"] = "TR", ["Saint Kitts and Nevis"] = "KN", ["British Virgin Islands"] = "VG", ["United Kingdom"] = "GB",
        };
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = new RegionInfo(culture.Name);
            if (region.TwoLetterISORegionName.Length == 2) codes.TryAdd(region.EnglishName, region.TwoLetterISORegionName);
        }

        return codes;
    }
}
