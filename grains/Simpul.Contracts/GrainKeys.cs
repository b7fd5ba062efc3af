using System.Globalization;
using System.Text;

namespace Simpul.Contracts;

/// <summary>
/// The keys of all grains. A corpus's grains live under <c>name@incarnation</c>, so that a corpus that was deleted and made again
/// shares no grain with its predecessor; what follows the first slash is a number or an escaped id.
/// </summary>
public static class GrainKeys
{
    /// <summary>The key of the one catalogue of corpora.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>How many ingest and query lanes a client should spread its calls over: a client pins one key to one gateway.</summary>
    public const int Lanes = 64;

    /// <summary>The key of a corpus's own grain.</summary>
    public static string Corpus(CorpusRef corpus) => string.Create(CultureInfo.InvariantCulture, $"{corpus.Name}@{corpus.Incarnation}");

    /// <summary>The key of the ledger of one slice.</summary>
    public static string Ledger(CorpusRef corpus, int slice) => string.Create(CultureInfo.InvariantCulture, $"{corpus.Name}@{corpus.Incarnation}/{slice}");

    /// <summary>The key of the tally of one bucket.</summary>
    public static string Tally(CorpusRef corpus, int bucket) => Ledger(corpus, bucket);

    /// <summary>The key of an article.</summary>
    public static string Article(CorpusRef corpus, string articleId) => $"{Corpus(corpus)}/{Escape(articleId)}";

    /// <summary>The key of a country.</summary>
    public static string Country(CorpusRef corpus, string code) => $"{Corpus(corpus)}/{Escape(code)}";

    /// <summary>The key of an actor.</summary>
    public static string Actor(CorpusRef corpus, string actorId) => $"{Corpus(corpus)}/{Escape(actorId)}";

    /// <summary>The key of an export at one position.</summary>
    public static string Export(CorpusRef corpus, string position) => $"{Corpus(corpus)}/{Escape(position)}";

    /// <summary>Splits a key into its corpus and what follows the slash, unescaped; empty where nothing follows.</summary>
    public static (CorpusRef Corpus, string Item) Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var scope = slash < 0 ? key : key[..slash];
        var at = scope.LastIndexOf('@');
        if (at <= 0 || !long.TryParse(scope.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var incarnation))
            throw new FormatException($"'{key}' is not the key of a grain of a corpus.");
        return (new CorpusRef(scope[..at], incarnation), slash < 0 ? "" : Unescape(key[(slash + 1)..]));
    }

    /// <summary>The number after the slash of a ledger's or tally's key.</summary>
    public static (CorpusRef Corpus, int Number) ParseNumbered(string key)
    {
        var (corpus, rest) = Parse(key);
        return (corpus, int.Parse(rest, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Percent-encodes every byte of the UTF-8 form but ASCII letters, digits and <c>- . _ ~ /</c>, so that any id is a printable
    /// key without a second meaning and two ids never share one.
    /// </summary>
    public static string Escape(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.All(IsPlain)) return id;
        var escaped = new StringBuilder(id.Length * 2);
        foreach (var b in Encoding.UTF8.GetBytes(id))
        {
            if (IsPlain((char)b)) escaped.Append((char)b);
            else escaped.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    /// <summary>Undoes <see cref="Escape"/>.</summary>
    public static string Unescape(string escaped)
    {
        ArgumentNullException.ThrowIfNull(escaped);
        return escaped.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(escaped) : escaped;
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '/';
}
