using Simpul.Contracts;

namespace Simpul.Grains.Tests.Support;

/// <summary>Articles for tests, each different and each the same whenever it is asked for.</summary>
internal static class TestArticles
{
    private static readonly string?[] s_days = ["2026-01-01", "2026-01-02", "2026-01-15", "2026-02-05", "2026-02", "2025", null];

    public static SubmittedArticle Make(int number, int version = 0, string prefix = "artikel") => new()
    {
        Id = $"{prefix}/{number:D4}",
        Text = $"Teks artikel nomor {number}, versi {version}. {string.Concat(Enumerable.Repeat("Dan seterusnya. ", 1 + (number + version) % 5))}",
        Title = number % 3 == 0 ? null : $"Judul {number}",
        Published = s_days[(number + version) % s_days.Length],
        Source = number % 2 == 0 ? "harian" : null,
        Position = number,
    };

    public static SubmittedArticle[] Range(int start, int count) => [.. Enumerable.Range(start, count).Select(static n => Make(n))];
}
