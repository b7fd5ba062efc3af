namespace Simpul.Accuracy;

/// <summary>What each class of error would take to mend.</summary>
internal static class Remedies
{
    public static Dictionary<string, string> Load()
    {
        using var reader = new StreamReader(typeof(Remedies).Assembly.GetManifestResourceStream("remedies.tsv")!);
        return reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
    }
}
