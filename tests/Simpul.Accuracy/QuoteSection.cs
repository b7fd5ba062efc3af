using System.Formats.Tar;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Simpul.Text;

namespace Simpul.Accuracy;

/// <summary>Direct quotations of English political news and who said them.</summary>
internal static partial class QuoteSection
{
    private readonly record struct Annotation(string Kind, string Id, string Detail);

    private sealed record Quoted(int Start, int End, int SourceStart, int SourceEnd, string Source);

    public static void Write(Markdown page, string data)
    {
        var (texts, marks) = Load(Path.Join(data, "polnear-en", "polnear-train-dev.tar.gz"));
        int gold = 0, found = 0, named = 0, right = 0, rightNull = 0, nobody = 0, pronouns = 0;
        var said = 0;
        foreach (var (name, text) in texts)
        {
            if (!marks.TryGetValue(name, out var annotations)) continue;
            var record = ArticleReader.Default.Read(new Article(name, text, Language: "en", Published: Date().Match(name) is { Success: true } day ? day.Value : null));
            said += record.Quotes.Count;
            foreach (var quote in Direct(text, annotations))
            {
                gold++;
                var best = record.Quotes.Where(q => Overlap(q.Span, quote) >= 0.5).OrderByDescending(q => Overlap(q.Span, quote)).Cast<Quote?>().FirstOrDefault();
                if (best is not { } hit) continue;
                found++;
                var actor = record.Actors.FirstOrDefault(a => a.Id == hit.Speaker);
                var isNamed = record.Actors.Any(a => a.Mentions.Any(m => m.Span.Start < quote.SourceEnd && quote.SourceStart < m.Span.End && m.Rule is not ("office-at-date" or "title")))
                    || Capital().IsMatch(quote.Source);
                if (Pronoun().IsMatch(quote.Source)) pronouns++;
                else if (isNamed)
                {
                    named++;
                    if (actor is not null && Is(actor, quote)) right++;
                }
                else
                {
                    nobody++;
                    if (actor is null) rightNull++;
                }
            }
        }

        page.Heading(2, "English quotations: PolNeAR, development part");
        page.Text($"{texts.Count} articles. Gold are the stretches of four words and more between quotation marks in attributed content; found where spans share half of their union. "
            + "A named source is right where the speaker's mentions overlap it or share its last name; sources that are only described should have no speaker; pronouns have no answer in this set and are not scored. "
            + $"The records hold {said} quotations, unattributed ones included.");
        page.Table(
            ["figure", "share", "of"],
            [
                ["quotations found", Markdown.Share(found, gold), gold],
                ["speaker right, named source", Markdown.Share(right, named), named],
                ["no speaker said, source only described", Markdown.Share(rightNull, nobody), nobody],
                ["source a pronoun, not scored", "–", pronouns],
            ]);
    }

    private static double Overlap(Span span, Quoted quote)
    {
        var common = Math.Min(span.End, quote.End) - Math.Max(span.Start, quote.Start);
        return Math.Max(0, common) / (double)Math.Max(1, Math.Max(span.End, quote.End) - Math.Min(span.Start, quote.Start));
    }

    private static bool Is(Actor actor, Quoted quote) =>
        actor.Mentions.Any(m => m.Span.Start < quote.SourceEnd && quote.SourceStart < m.Span.End)
        || actor.Aliases.Append(actor.Name).Select(n => n.Split(' ')[^1]).Any(n => n.Length > 2 && Regex.IsMatch(quote.Source, $@"\b{Regex.Escape(n)}\b"));

    private static IEnumerable<Quoted> Direct(string text, List<Annotation> annotations)
    {
        var spans = annotations.Where(a => a.Id[0] == 'T').ToDictionary(a => a.Id, a => a);
        foreach (var rest in annotations.Where(a => a.Id[0] == 'E').Select(a => a.Detail))
        {
            var roles = rest.Split(' ').Select(r => r.Split(':')).Where(r => r.Length == 2).ToList();
            var source = roles.Where(r => r[0].StartsWith("Source", StringComparison.Ordinal)).Select(r => spans.GetValueOrDefault(r[1])).FirstOrDefault(s => s.Id is not null);
            if (source.Id is null) continue;
            var (sourceStart, sourceEnd) = Bounds(source.Detail)[0];
            foreach (var content in roles.Where(r => r[0].StartsWith("Content", StringComparison.Ordinal)).Select(r => spans.GetValueOrDefault(r[1])).Where(s => s.Id is not null))
            {
                foreach (var (start, end) in Bounds(content.Detail))
                {
                    if (end > text.Length || sourceEnd > text.Length) continue;
                    foreach (Match m in Marked().Matches(text[start..end]))
                        if (m.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= 4)
                            yield return new Quoted(start + m.Groups[1].Index, start + m.Groups[1].Index + m.Groups[1].Length, sourceStart, sourceEnd, text[sourceStart..sourceEnd]);
                }
            }
        }
    }

    private static List<(int Start, int End)> Bounds(string rest) =>
        [.. rest.Split('\t')[0].Split(';').Select(p => p.Split(' ')).Select(p => (int.Parse(p[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture)))];

    private static (SortedDictionary<string, string> Texts, Dictionary<string, List<Annotation>> Marks) Load(string archive)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var marks = new Dictionary<string, List<Annotation>>(StringComparer.Ordinal);
        using var tar = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.StartsWith("dev/", StringComparison.Ordinal)) continue;
            var content = new StreamReader(entry.DataStream).ReadToEnd();
            var name = Path.GetFileNameWithoutExtension(entry.Name);
            if (entry.Name.Contains("/text/", StringComparison.Ordinal)) texts[name] = content;
            else if (entry.Name.Contains("/attributions/", StringComparison.Ordinal))
                // The annotator's mark is the last part of the file's name.
                marks[name[..name.LastIndexOf('_')]] = [.. content.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t', 2)).Where(l => l.Length == 2 && l[0][0] is 'T' or 'E').Select(Row)];
        }

        return (texts, marks);
    }

    // `T1<tab>Source 89 106<tab>words`, `E1<tab>Attribution:T4 Content:T3 Source:T1`.
    private static Annotation Row(string[] line) =>
        line[0][0] == 'E' ? new("Event", line[0], line[1]) : new(line[1].Split(' ', 2)[0], line[0], line[1].Split(' ', 2)[1]);

    [GeneratedRegex("[“\"]([^“”\"]+)[”\"]")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^(?:he|she|they|it|i|we|you|who|his|her|their)(?: \w+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b\p{Lu}\p{L}+ \p{Lu}\p{L}+|^(?!The |A |An |One |Some |Many |Officials|Sources)\p{Lu}\p{L}+")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Date();
}
