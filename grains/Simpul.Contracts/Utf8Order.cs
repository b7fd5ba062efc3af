namespace Simpul.Contracts;

/// <summary>The order of UTF-8 bytes, which is that of code points: the same in every store and on every machine.</summary>
public sealed class Utf8Order : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static Utf8Order Instance { get; } = new();

    /// <summary>Compares two strings by the bytes of their UTF-8 forms.</summary>
    public static int Compare(string? x, string? y)
    {
        if (x is null || y is null) return x is null ? y is null ? 0 : -1 : 1;
        var common = x.AsSpan().CommonPrefixLength(y);
        if (common == x.Length || common == y.Length) return x.Length.CompareTo(y.Length);
        // UTF-16 order differs only where a surrogate meets a unit above the surrogates.
        return Rank(x[common]).CompareTo(Rank(y[common]));
    }

    int IComparer<string>.Compare(string? x, string? y) => Compare(x, y);

    private static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
