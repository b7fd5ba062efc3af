namespace Simpul.Client.Input;

/// <summary>The fields of an article that input can fill.</summary>
internal enum Field : byte
{
    Id,
    Title,
    Text,
    Published,
    Language,
    Source,
    Url,
}

/// <summary>Which names in the input mean which field. Names are compared without case.</summary>
internal sealed class FieldMap
{
    private static readonly string[][] DefaultNames =
        [["id"], ["title"], ["text"], ["published", "date"], ["language", "lang"], ["source"], ["url"]];

    private readonly string[][] names;

    private FieldMap(string[][] names) => this.names = names;

    public static FieldMap Default { get; } = new(DefaultNames);

    public static int Count => DefaultNames.Length;

    /// <summary>The names of a field, the preferred one first.</summary>
    public IReadOnlyList<string> Names(Field field) => names[(int)field];

    /// <summary>
    /// Finds the field of a name; <paramref name="rank"/> is the name's place among those of the field, since a row may hold
    /// both <c>published</c> and <c>date</c>.
    /// </summary>
    public bool TryFind(ReadOnlySpan<char> name, out Field field, out int rank)
    {
        for (var f = 0; f < names.Length; f++)
            for (rank = 0; rank < names[f].Length; rank++)
                if (name.Equals(names[f][rank], StringComparison.OrdinalIgnoreCase))
                {
                    field = (Field)f;
                    return true;
                }

        field = default;
        rank = 0;
        return false;
    }

    /// <summary>Reads <c>--map</c>: pairs <c>field=name</c>, several of them parted by commas.</summary>
    public static bool TryParse(IEnumerable<string> pairs, out FieldMap map, out string error)
    {
        var names = (string[][])DefaultNames.Clone();
        map = Default;
        foreach (var pair in pairs.SelectMany(p => p.Split(',', StringSplitOptions.RemoveEmptyEntries)))
        {
            var at = pair.IndexOf('=');
            var theirs = at < 0 ? "" : pair[(at + 1)..].Trim();
            if (at < 0 || theirs.Length == 0)
            {
                error = $"--map \"{pair}\" is not of the form field=name, such as --map text=body";
                return false;
            }

            if (!Default.TryFind(pair[..at].Trim(), out var field, out _))
            {
                error = $"--map \"{pair}\": there is no field \"{pair[..at].Trim()}\"; the fields are {string.Join(", ", DefaultNames.Select(n => n[0]))}";
                return false;
            }

            names[(int)field] = [theirs];
        }

        // A name given to one field is no longer the default name of another.
        for (var f = 0; f < names.Length; f++)
            if (ReferenceEquals(names[f], DefaultNames[f]))
                names[f] = [.. names[f].Where(n => !Enumerable.Range(0, names.Length).Any(g =>
                    !ReferenceEquals(names[g], DefaultNames[g]) && g != f && names[g].Contains(n, StringComparer.OrdinalIgnoreCase)))];

        map = new FieldMap(names);
        error = "";
        return true;
    }
}
