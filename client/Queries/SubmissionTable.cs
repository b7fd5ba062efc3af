using System.Globalization;
using Simpul.Client.Output;
using Simpul.Client.Submission;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Queries;

/// <summary>Submissions as a table, and in a sentence.</summary>
internal static class SubmissionTable
{
    private static readonly TableShape Shape = new("submissions", "Submissions",
        "corpus", "submission", "state", "done", "expected", "new", "repeated", "edited", "older", "rejected", "acknowledged", "started", "updated", "~input",
        "+client", "+retries", "+stamp");

    public static Table Of(IEnumerable<(string Corpus, SubmissionInfo Row)> submissions, string? title = null) =>
        new(Shape with { Title = title }, [.. submissions.Select(s => Cells(s.Corpus, s.Row))]);

    /// <summary>The state as every format writes it.</summary>
    public static string State(SubmissionInfo row) => row.Phase.ToString().ToLowerInvariant();

    /// <summary>How far one is, for people.</summary>
    public static string Describe(SubmissionInfo row)
    {
        var of = row.Progress.Expected is { } expected ? $" of {(row.Progress.IsInputRead ? "" : "about ")}{Sizes.Count(expected)}" : "";
        return $"Submission {row.Id} is {State(row)}: {Sizes.Count(row.Progress.Done)}{of} articles, {row.Input}.";
    }

    private static Cell[] Cells(string corpus, SubmissionInfo s)
    {
        var p = s.Progress;
        return
        [
            corpus, s.Id, State(s), p.Done, p.Expected is { } expected ? expected : default(Cell), p.Count(ArticleOutcome.New), p.Count(ArticleOutcome.Repeated),
            p.Count(ArticleOutcome.Edited), p.Count(ArticleOutcome.Older), p.Count(ArticleOutcome.Rejected) + p.Unreadable, p.Acknowledged,
            Time(s.Started), Time(s.Updated), s.Input, ClientName.ForPeople(s.Client), p.Retries, $"{s.Stamp.Time}-{s.Stamp.Salt:x8}",
        ];
    }

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
