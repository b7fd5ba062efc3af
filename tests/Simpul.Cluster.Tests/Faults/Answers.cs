using System.Text.Json;
using Simpul.Cluster.Tests.Processes;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>What a corpus shows of itself: its records, which the ledgers hold, and its totals, which the tallies hold.</summary>
internal sealed class Answers
{
    private static readonly string[][] s_questions =
    [
        ["export", "--format", "jsonl", "--fresh"],
        ["top", "actors", "--limit", "500", "--format", "csv", "--fresh"],
        ["top", "dyads", "--between", "all", "--limit", "500", "--format", "csv", "--fresh"],
        ["country", "CN", "--format", "jsonl", "--fresh"],
    ];

    // One of its ledgers and one of its tallies.
    private static readonly string[][] s_brief = [s_questions[0], s_questions[2]];

    private readonly (string[] Question, string Answer)[] _answers;
    private readonly string[] _ids;

    private Answers((string[] Question, string Answer)[] answers)
    {
        _answers = answers;
        _ids = [.. answers[0].Answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(IdOf)];
    }

    public int Articles => _ids.Length;

    /// <summary>Records that stand there beside another one of the same article.</summary>
    public int Twice => _ids.Length - _ids.Distinct(StringComparer.Ordinal).Count();

    /// <summary>Asks a corpus.</summary>
    /// <param name="target">The options that name it.</param>
    /// <param name="together">True to ask everything at once.</param>
    /// <param name="variables">Environment variables of the commands.</param>
    /// <param name="inBrief">True for one question about its records and one about its totals; a question costs a command's start.</param>
    public static async Task<Answers> Of(
        string[] target, bool together = true, IReadOnlyDictionary<string, string?>? variables = null, bool inBrief = false)
    {
        var questions = inBrief ? s_brief : s_questions;
        if (together) return new Answers(await Task.WhenAll(questions.Select(Ask)));
        var answers = new List<(string[], string)>();
        foreach (var question in questions) answers.Add(await Ask(question));
        return new Answers([.. answers]);

        async Task<(string[], string)> Ask(string[] question) =>
            (question, await Commands.Run(variables ?? new Dictionary<string, string?>(), [.. question, .. target]));
    }

    /// <summary>How many articles of another corpus this one lacks.</summary>
    public int LostOf(Answers other) => other._ids.Except(_ids, StringComparer.Ordinal).Count();

    /// <summary>Fails at the first line that differs.</summary>
    public void MustEqual(Answers other, string when)
    {
        Assert.Equal(other._answers.Select(static a => a.Question), _answers.Select(static a => a.Question));
        foreach (var ((question, found), (_, expected)) in _answers.Zip(other._answers))
        {
            if (found == expected) continue;
            var (here, there) = (found.Split('\n'), expected.Split('\n'));
            var line = here.Zip(there).TakeWhile(static p => p.First == p.Second).Count();
            Assert.Fail(
                $"{when}: simpul {string.Join(' ', question)} shows {here.Length} lines, undisturbed {there.Length}; line {line + 1} is\n"
                + $"{here.ElementAtOrDefault(line)}\nand should be\n{there.ElementAtOrDefault(line)}");
        }
    }

    private static string IdOf(string line)
    {
        using var record = JsonDocument.Parse(line);
        return record.RootElement.GetProperty("id").GetString()!;
    }
}
