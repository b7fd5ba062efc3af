using System.Text.Json.Nodes;
using Simpul.Cluster.Tests.Processes;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>
/// A small corpus with a history: articles, newer versions of some, and some taken out again, of which a part had been edited. What
/// it comes to is known without its history.
/// </summary>
internal sealed class EditedCorpus
{
    private const int Count = 240;
    private const int EveryEdited = 6;
    private const int EveryRetracted = 10;

    private readonly string[] _first = Corpus.Lines(Count);
    private readonly string[] _edited;
    private readonly string[] _retracted;
    private readonly string[] _current;

    public EditedCorpus()
    {
        // Another article's text and date, under the first one's id.
        var newest = _first.Select((line, i) => i % EveryEdited == 0 ? Under(IdOf(line), _first[(i + 7) % Count]) : line).ToArray();
        _edited = [.. newest.Except(_first)];
        _retracted = [.. _first.Where(static (_, i) => i % EveryRetracted == 0).Select(IdOf)];
        _current = [.. newest.Where(line => !_retracted.Contains(IdOf(line), StringComparer.Ordinal))];
        Assert.Contains(_edited, line => _retracted.Contains(IdOf(line), StringComparer.Ordinal));
    }

    /// <summary>What one silo shows that was given nothing but the articles that are current in the end, once and in order.</summary>
    public async Task<Answers> Calm()
    {
        using var folder = new TempFolder();
        string[] target = ["--data", folder["calm"]];
        await Commands.Run(["submit", Corpus.Write(folder, "current.jsonl", _current), .. target]);
        var calm = await Answers.Of(target, together: false, inBrief: true);
        Assert.Equal(_current.Length, calm.Articles);
        return calm;
    }

    /// <summary>Submits, edits and retracts, in batches of a size and in an order that a seed decides; answers what the corpus shows then.</summary>
    public async Task<Answers> On(IPlace place, string name, int batch, int seed)
    {
        using var folder = new TempFolder();
        string[] target = ["--corpus", name, .. place.Target];
        await Run(["submit", Written("first.jsonl", _first), "--batch-size", $"{batch}"]);
        await Run(["submit", Written("edited.jsonl", _edited), "--batch-size", $"{batch}"]);
        await Run(["retract", .. Corpus.Shuffled(_retracted, seed)]);
        return await Answers.Of(target, variables: place.Variables, inBrief: true);

        string Written(string file, string[] lines) => Corpus.Write(folder, file, Corpus.Shuffled(lines, seed));

        Task Run(string[] args) => Commands.Run(place.Variables, [.. args, .. target]);
    }

    private static string IdOf(string line) => JsonNode.Parse(line)!["id"]!.GetValue<string>();

    private static string Under(string id, string line)
    {
        var article = JsonNode.Parse(line)!;
        article["id"] = id;
        return article.ToJsonString();
    }
}
