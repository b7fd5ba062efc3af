using System.Text;
using Simpul.Text;

namespace Simpul.Client.Queries;

/// <summary>
/// An article's text with what was found in it marked: by colours, or as <c>[Xi Jinping=xi-jinping]</c>, <c>[Tiongkok=CN]</c> and
/// <c>{bertemu=CONSULT}</c>.
/// </summary>
internal static class MarkedText
{
    private const string Reset = "\e[0m";

    private readonly record struct Mark(int Start, int End, string Label, string Colour, char Open, char Close);

    public static string Of(string text, ArticleRecord record, bool colours)
    {
        var marks = Marks(record).Where(m => m.Start >= 0 && m.Start < m.End && m.End <= text.Length).ToList();
        return colours ? Coloured(text, marks) : Bracketed(text, marks);
    }

    private static IEnumerable<Mark> Marks(ArticleRecord r)
    {
        foreach (var actor in r.Actors)
            foreach (var m in actor.Mentions) yield return new(m.Span.Start, m.Span.End, actor.Id, "\e[36m", '[', ']');
        foreach (var country in r.Countries)
            foreach (var m in country.Mentions) yield return new(m.Span.Start, m.Span.End, country.Code, "\e[33m", '[', ']');
        foreach (var e in r.Events) yield return new(e.Trigger.Start, e.Trigger.End, e.Type.Name(), "\e[1;35m", '{', '}');
    }

    private static string Coloured(string text, List<Mark> marks)
    {
        // The innermost mark decides: the one that begins last, and of those the shortest.
        var colour = new string?[text.Length];
        foreach (var mark in marks.OrderByDescending(m => m.End - m.Start))
            Array.Fill(colour, mark.Colour, mark.Start, mark.End - mark.Start);
        var result = new StringBuilder(text.Length + (marks.Count * 10));
        string? current = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (colour[i] != current)
            {
                if (current is not null) result.Append(Reset);
                result.Append(current = colour[i]);
            }

            result.Append(Output.Printable.Char(text[i]));
        }

        if (current is not null) result.Append(Reset);
        return result.ToString();
    }

    private static string Bracketed(string text, List<Mark> marks)
    {
        var opens = marks.ToLookup(m => m.Start);
        var closes = marks.ToLookup(m => m.End);
        var result = new StringBuilder(text.Length + (marks.Count * 16));
        for (var i = 0; i <= text.Length; i++)
        {
            foreach (var mark in closes[i].OrderByDescending(m => m.Start).ThenBy(m => m.Label, StringComparer.Ordinal))
                result.Append('=').Append(mark.Label).Append(mark.Close);
            foreach (var mark in opens[i].OrderByDescending(m => m.End).ThenByDescending(m => m.Label, StringComparer.Ordinal)) result.Append(mark.Open);
            if (i < text.Length) result.Append(Output.Printable.Char(text[i]));
        }

        return result.ToString();
    }
}
