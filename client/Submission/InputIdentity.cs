using System.Security.Cryptography;
using System.Text;
using Simpul.Client.Input;

namespace Simpul.Client.Submission;

/// <summary>What a run reads and how: what makes the same command the same.</summary>
/// <param name="Name">For people.</param>
/// <param name="Fingerprint">Equal for equal commands, in hexadecimal.</param>
/// <param name="IsNamed">True where the name stands for a content, as a file's does and standard input's does not.</param>
internal sealed record InputIdentity(string Name, string Fingerprint, bool IsNamed)
{
    private const int LongestName = 200;

    public static InputIdentity Of(IReadOnlyList<string> paths, InputOptions options)
    {
        var text = new StringBuilder();
        foreach (var path in paths) text.Append(path == "-" ? "-" : Path.GetFullPath(path)).Append('\0');
        text.Append('\0').Append(options.Format).Append('\0').Append(options.Published).Append('\0').Append(options.MaxText).Append('\0').Append(options.MaxLine);
        foreach (var field in Enum.GetValues<Field>()) text.Append('\0').AppendJoin(',', options.Fields.Names(field));
        var name = string.Join(' ', paths);
        return new InputIdentity(
            name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName), "..."),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16)), !paths.Contains("-"));
    }
}
