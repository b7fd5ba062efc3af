namespace Simpul.Client.Evaluation;

/// <summary>A named stretch: bounds in whatever the file counts by, and type.</summary>
internal readonly record struct NameSpan(int Start, int End, string Type);

/// <summary>A sentence of annotated tokens, joined by spaces; offsets are into that text.</summary>
internal sealed record ConllSentence(string Text, IReadOnlyList<NameSpan> Names, int Line);

/// <summary>
/// Reads one token a line with its BIO label in the last column, sentences parted by empty lines. An I- that continues nothing
/// begins a name, as the standard scorer of such files has it.
/// </summary>
internal static class ConllFile
{
    public static IEnumerable<ConllSentence> Read(string path)
    {
        if (!File.Exists(path)) throw CommandException.Usage($"there is no file \"{path}\".");
        var tokens = new List<(string Token, string Label)>();
        var (number, first) = (0, 1);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                if (tokens.Count > 0) yield return Sentence(tokens, first);
                tokens.Clear();
                first = number + 1;
                continue;
            }

            var columns = line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ' ', StringSplitOptions.RemoveEmptyEntries);
            var label = columns[^1].Trim();
            if (columns.Length < 2 || !(label is "O" or ['B' or 'I' or 'E' or 'S', '-', ..]))
                throw CommandException.Usage($"{path}:{number}: no token with a label such as B-PER, I-PER or O.");
            tokens.Add((columns[0].Trim(), label));
        }

        if (tokens.Count > 0) yield return Sentence(tokens, first);
    }

    /// <summary>The type under its common name; null for types that a record does not hold.</summary>
    public static string? TypeOf(string label) => label.ToUpperInvariant() switch
    {
        "PER" or "PERSON" => "PER",
        "ORG" or "ORGANISATION" or "ORGANIZATION" => "ORG",
        "LOC" or "LOCATION" or "PLACE" => "LOC",
        _ => null,
    };

    private static ConllSentence Sentence(List<(string Token, string Label)> tokens, int line)
    {
        var names = new List<NameSpan>();
        var (start, end, type) = (0, 0, (string?)null);
        var at = 0;
        foreach (var (token, label) in tokens)
        {
            var kind = label.Length > 2 ? label[2..] : null;
            if (type is not null && (kind != type || label[0] is 'B' or 'S')) Close();
            if (kind is not null && type is null) (start, type) = (at, kind);
            at += token.Length;
            end = at++;
            if (label[0] is 'E' or 'S' && type is not null) Close();
        }

        if (type is not null) Close();
        return new ConllSentence(string.Join(' ', tokens.Select(t => t.Token)), names, line);

        void Close()
        {
            if (TypeOf(type!) is { } known) names.Add(new NameSpan(start, end, known));
            type = null;
        }
    }
}
