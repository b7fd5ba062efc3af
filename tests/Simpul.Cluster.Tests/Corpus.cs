using System.Globalization;
using System.Text.Json;
using Simpul.Cluster.Tests.Processes;

namespace Simpul.Cluster.Tests;

/// <summary>Articles to submit: the project's samples, over and over under ids and dates of their own.</summary>
internal static class Corpus
{
    /// <summary>A number of articles, one JSON object each; always the same for the same number.</summary>
    public static string[] Lines(int count)
    {
        var samples = Directory.EnumerateFiles(Path.Combine(Programs.Root, "samples"), "*.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        Assert.NotEmpty(samples);
        var first = new DateOnly(2026, 1, 1);
        return [.. Enumerable.Range(0, count).Select(i => JsonSerializer.Serialize(new
        {
            id = string.Create(CultureInfo.InvariantCulture, $"berita/{i:D5}"),
            text = samples[i % samples.Length],
            published = first.AddDays(i % 90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }))];
    }

    /// <summary>The same lines in an order that a seed decides.</summary>
    public static string[] Shuffled(string[] lines, int seed)
    {
        var shuffled = (string[])lines.Clone();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>Writes lines as a file and answers its path.</summary>
    public static string Write(TempFolder folder, string name, IEnumerable<string> lines)
    {
        File.WriteAllLines(folder[name], lines);
        return folder[name];
    }
}
