using System.Security.Cryptography;
using System.Text;
using Simpul.Text;

namespace Simpul.Client.Input;

/// <summary>Notices when one run gives two different contents under one id. Keeps sixteen bytes an article.</summary>
internal sealed class DuplicateIds
{
    private readonly Dictionary<ulong, ulong> seen = [];

    public InputWarning? Check(AcceptedInput item)
    {
        var article = item.Article;
        var (key, content) = (Digest(article.Id), Content(article));
        if (seen.TryAdd(key, content) || seen[key] == content) return null;
        seen[key] = content;
        return new InputWarning(item.Place, $"the id \"{article.Id}\" was given before in this run with other content, and this one replaces it", "Give each article its own id");
    }

    private static ulong Content(Article a) => Digest($"{a.Title}\0{a.Published}\0{a.Language}\0{a.Source}\0{a.Url}\0{a.Text}");

    private static ulong Digest(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        return BitConverter.ToUInt64(digest);
    }
}
