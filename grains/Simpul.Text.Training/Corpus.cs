using System.Text;
using Simpul.Text.Tagger;

namespace Simpul.Text.Training;

/// <summary>A name in a sentence: from its first token to after its last.</summary>
internal readonly record struct GoldName(int From, int To, TagType Type);

/// <summary>A labelled sentence: its tokens joined by spaces, and where each begins.</summary>
internal sealed record GoldSentence(string Text, int[] Starts, GoldName[] Names)
{
    /// <summary>Index of the token that holds a character.</summary>
    public int TokenAt(int position)
    {
        var i = Array.BinarySearch(Starts, position);
        return i >= 0 ? i : ~i - 1;
    }

    /// <summary>Letters and digits only, small: what sentences are compared by.</summary>
    public string Letters { get; } = new([.. Text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}

/// <summary>Corpora of one token a line, its label in the last column, an empty line between sentences.</summary>
internal static class Corpus
{
    internal static List<GoldSentence> Read(string file)
    {
        var sentences = new List<GoldSentence>();
        var tokens = new List<string>();
        var labels = new List<string>();
        foreach (var line in File.ReadLines(file).Append(""))
        {
            var fields = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length >= 2)
            {
                tokens.Add(fields[0]);
                labels.Add(fields[^1]);
            }
            else if (tokens.Count > 0)
            {
                sentences.Add(Sentence(tokens, labels));
                tokens.Clear();
                labels.Clear();
            }
        }

        return sentences;
    }

    private static GoldSentence Sentence(List<string> tokens, List<string> labels)
    {
        var text = new StringBuilder();
        var starts = new int[tokens.Count];
        var names = new List<GoldName>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0) text.Append(' ');
            starts[i] = text.Length;
            text.Append(tokens[i]);
            var type = TypeOf(labels[i]);
            if (type == TagType.None) continue;
            var goesOn = labels[i][0] == 'I' && names.Count > 0 && names[^1].To == i && names[^1].Type == type;
            if (goesOn) names[^1] = names[^1] with { To = i + 1 };
            else names.Add(new GoldName(i, i + 1, type));
        }

        return new GoldSentence(text.ToString(), starts, [.. names]);
    }

    // Labels of times, quantities and the like are outside here.
    private static TagType TypeOf(string label) => label.Length < 3 ? TagType.None : label[2..].ToUpperInvariant() switch
    {
        "PER" or "PERSON" => TagType.Person,
        "ORG" or "ORGANIZATION" or "ORGANISATION" => TagType.Organisation,
        "LOC" or "LOCATION" or "PLACE" => TagType.Place,
        _ => TagType.None,
    };

    /// <summary>The sentences that are not, letter for letter, among others.</summary>
    internal static List<GoldSentence> Without(IEnumerable<GoldSentence> sentences, IEnumerable<GoldSentence> others)
    {
        var seen = others.Select(s => s.Letters).ToHashSet(StringComparer.Ordinal);
        return [.. sentences.Where(s => !seen.Contains(s.Letters))];
    }
}
