using System.Text;
using Simpul.Contracts;

namespace Simpul.Grains.Articles;

/// <summary>Whether an article can be taken, and the form in which it is.</summary>
internal static class ArticleCheck
{
    /// <summary>Why an article is rejected, or null.</summary>
    public static ArticleAnswer? Reject(SubmittedArticle article, int maxTextBytes)
    {
        if (string.IsNullOrEmpty(article.Id)) return No(RejectReason.IdMissing, "The article has no id.");
        if (Encoding.UTF8.GetByteCount(article.Id) is var idBytes and > Limits.MaxIdBytes)
            return No(RejectReason.IdTooLong, $"The id has {idBytes} bytes; at most {Limits.MaxIdBytes} are taken.");
        if (!IsClean(article.Id)) return No(RejectReason.IdInvalid, "The id holds a control character or half a character.");
        if (string.IsNullOrWhiteSpace(article.Text)) return No(RejectReason.TextMissing, "The article has no text.");
        if (Encoding.UTF8.GetByteCount(article.Text) is var textBytes && textBytes > maxTextBytes)
            return No(RejectReason.TextTooLong, $"The text has {textBytes} bytes; at most {maxTextBytes} are taken.");
        foreach (var (name, value) in new[] { ("title", article.Title), ("source", article.Source), ("url", article.Url) })
        {
            if (value?.Length > Limits.MaxFieldLength)
                return No(RejectReason.FieldTooLong, $"The {name} has {value.Length} characters; at most {Limits.MaxFieldLength} are taken.");
        }

        if (article.Language?.Length > 35) return No(RejectReason.FieldTooLong, "The language is no language code.");
        return Days.TryParse(article.Published, out _) ? null
            : No(RejectReason.DateInvalid, $"'{article.Published}' is no date; use 2026-02-05, 2026-02 or 2026.");
    }

    /// <summary>
    /// The article with each half of a surrogate pair replaced: such a string has no UTF-8 form, and what is hashed, kept and read
    /// must be one and the same.
    /// </summary>
    public static SubmittedArticle Clean(SubmittedArticle article) =>
        IsWhole(article.Text) && IsWhole(article.Title) && IsWhole(article.Published) && IsWhole(article.Language)
        && IsWhole(article.Source) && IsWhole(article.Url)
            ? article
            : article with
            {
                Text = Whole(article.Text)!,
                Title = Whole(article.Title),
                Published = Whole(article.Published),
                Language = Whole(article.Language),
                Source = Whole(article.Source),
                Url = Whole(article.Url),
            };

    private static ArticleAnswer No(RejectReason reason, string message) => new(ArticleOutcome.Rejected, reason, message);

    private static bool IsClean(string id)
    {
        foreach (var c in id)
            if (char.IsControl(c)) return false;
        return IsWhole(id);
    }

    private static bool IsWhole(string? text)
    {
        if (text is null) return true;
        for (var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return false;
            at++;
        }

        return true;
    }

    private static string? Whole(string? text) => text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
