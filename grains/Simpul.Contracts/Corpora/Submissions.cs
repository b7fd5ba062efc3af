namespace Simpul.Contracts;

/// <summary>How far a submission is.</summary>
public enum SubmissionPhase
{
    /// <summary>Its client sends.</summary>
    Running = 0,

    /// <summary>Its client was asked to end it, and has not yet.</summary>
    Stopping = 1,

    /// <summary>Its client ended it, or is gone: the same command goes on where it stands.</summary>
    Interrupted = 2,

    /// <summary>All of its input is acknowledged.</summary>
    Finished = 3,

    /// <summary>Its client gave it up for an error: the same command goes on where it stands.</summary>
    Failed = 4,
}

/// <summary>A submission: one input on its way into a corpus, whichever clients send it one after the other.</summary>
[GenerateSerializer, Immutable, Alias("simpul.submission")]
public sealed record SubmissionInfo
{
    /// <summary>Its id within the corpus.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>How often its row was written: who resumes it names the one that was seen.</summary>
    [Id(1)] public required long Revision { get; init; }

    /// <summary>The stamp of all its articles; the same after a resume.</summary>
    [Id(2)] public required SubmissionStamp Stamp { get; init; }

    /// <summary>What tells its input from another: a hash of what the client was told to read and how.</summary>
    [Id(3)] public required string Fingerprint { get; init; }

    /// <summary>Its input, for people.</summary>
    [Id(4)] public required string Input { get; init; }

    /// <summary>The client that sends it, or sent it last.</summary>
    [Id(5)] public required string Client { get; init; }

    /// <summary>How far it is.</summary>
    [Id(6)] public required SubmissionPhase Phase { get; init; }

    /// <summary>When it began, UTC.</summary>
    [Id(7)] public required DateTime Started { get; init; }

    /// <summary>When its client last showed itself, UTC.</summary>
    [Id(8)] public required DateTime Updated { get; init; }

    /// <summary>How far its client had come then.</summary>
    [Id(9)] public required SubmissionProgress Progress { get; init; }

    /// <summary>How many clients in a row ended without a word while the checkpoint stood where it stands.</summary>
    [Id(10)] public int LostClients { get; init; }
}

/// <summary>How far a submission has come.</summary>
[GenerateSerializer, Immutable, Alias("simpul.submission-progress")]
public sealed record SubmissionProgress
{
    /// <summary>The first so many articles of the input are acknowledged, without a gap.</summary>
    [Id(0)] public long Acknowledged { get; init; }

    /// <summary>What became of those, by <see cref="ArticleOutcome"/>.</summary>
    [Id(1)] public long[] AcknowledgedOutcomes { get; init; } = [];

    /// <summary>A digest of each block of them, so that a resume can tell an unchanged input from another; empty once it is finished.</summary>
    [Id(2)] public ulong[] Blocks { get; init; } = [];

    /// <summary>What became of all articles so far, by <see cref="ArticleOutcome"/>.</summary>
    [Id(3)] public long[] Outcomes { get; init; } = [];

    /// <summary>What the input holds besides that is no article and was left out.</summary>
    [Id(4)] public long Unreadable { get; init; }

    /// <summary>How many articles the input holds, as far as known.</summary>
    [Id(5)] public long? Expected { get; init; }

    /// <summary>True once the input was read to its end.</summary>
    [Id(6)] public bool IsInputRead { get; init; }

    /// <summary>Calls that were made again.</summary>
    [Id(7)] public long Retries { get; init; }

    /// <summary>Articles whose fate is known.</summary>
    public long Done => Outcomes.Sum() + Unreadable;

    /// <summary>How many articles had an outcome.</summary>
    public long Count(ArticleOutcome outcome) => (int)outcome < Outcomes.Length ? Outcomes[(int)outcome] : 0;
}

/// <summary>Asks to begin a submission, or to go on with one.</summary>
[GenerateSerializer, Immutable, Alias("simpul.submission-start")]
public sealed record SubmissionStart
{
    /// <summary>The id of a new one, made by the client; of one to go on with, its own.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The revision that was seen of the one to go on with; zero for a new one.</summary>
    [Id(1)] public long Revision { get; init; }

    /// <summary>The stamp of a new one.</summary>
    [Id(2)] public SubmissionStamp Stamp { get; init; }

    /// <summary>What tells the input from another.</summary>
    [Id(3)] public required string Fingerprint { get; init; }

    /// <summary>The input, for people.</summary>
    [Id(4)] public required string Input { get; init; }

    /// <summary>The client, by a name that no other run has.</summary>
    [Id(5)] public required string Client { get; init; }
}

/// <summary>What a client tells of its submission, again and again.</summary>
[GenerateSerializer, Immutable, Alias("simpul.submission-report")]
public sealed record SubmissionReport
{
    /// <summary>The submission.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The client.</summary>
    [Id(1)] public required string Client { get; init; }

    /// <summary>Running, or how it ended.</summary>
    [Id(2)] public required SubmissionPhase Phase { get; init; }

    /// <summary>How far it is.</summary>
    [Id(3)] public required SubmissionProgress Progress { get; init; }
}
