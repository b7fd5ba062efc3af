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

    private readonly string[] _answers;
    private readonly string[] _ids;

    private Answers(string[] answers)
    {
        _answers = answers;
        _ids = [.. answers[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(IdOf)];
    }

    public int Articles => _ids.Length;

    /// <summary>Records that stand there beside another one of the same article.</summary>
    public int Twice => _ids.Length - _ids.Distinct(StringComparer.Ordinal).Count();

    /// <summary>Asks a corpus.</summary>
    /// <param name="target">The options that name it.</param>
    /// <param name="together">True to ask everything at once.</param>
    /// <param name="variables">Environment variables of the commands.</param>
    public static async Task<Answers> Of(string[] target, bool together = true, IReadOnlyDictionary<string, string?>? variables = null)
    {
        if (together) return new Answers(await Task.WhenAll(s_questions.Select(Ask)));
        var answers = new List<string>();
        foreach (var question in s_questions) answers.Add(await Ask(question));
        return new Answers([.. answers]);

        async Task<string> Ask(string[] question)
        {
            await using var command = Commands.Start(variables ?? new Dictionary<string, string?>(), [.. question, .. target]);
            var code = await command.Exit();
            Assert.True(code == 0, $"simpul {string.Join(' ', question)} ended in {code}:\n{command.Talk}");
            return command.Output;
        }
    }

    /// <summary>How many articles of another corpus this one lacks.</summary>
    public int LostOf(Answers other) => other._ids.Except(_ids, StringComparer.Ordinal).Count();

    /// <summary>Fails at the first line that differs.</summary>
    public void MustEqual(Answers other, string when)
    {
        for (var i = 0; i < s_questions.Length; i++)
        {
            if (_answers[i] == other._answers[i]) continue;
            var (here, there) = (_answers[i].Split('\n'), other._answers[i].Split('\n'));
            var line = here.Zip(there).TakeWhile(static p => p.First == p.Second).Count();
            Assert.Fail(
                $"{when}: simpul {string.Join(' ', s_questions[i])} shows {here.Length} lines, undisturbed {there.Length}; line {line + 1} is\n"
                + $"{here.ElementAtOrDefault(line)}\nand should be\n{there.ElementAtOrDefault(line)}");
        }
    }

    private static string IdOf(string line)
    {
        using var record = JsonDocument.Parse(line);
        return record.RootElement.GetProperty("id").GetString()!;
    }
}
