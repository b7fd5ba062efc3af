namespace Simpul.Storage;

/// <summary>How far a submission is.</summary>
public enum SubmissionState
{
    /// <summary>Its client sends; where <see cref="SubmissionRow.Updated"/> is long ago, the client is gone and it stands interrupted.</summary>
    Running = 0,

    /// <summary>Its client was asked to end it, and has not yet.</summary>
    Stopping = 1,

    /// <summary>Its client ended it before the end of the input.</summary>
    Stopped = 2,

    /// <summary>All of its input is acknowledged.</summary>
    Finished = 3,

    /// <summary>Its client gave it up for an error.</summary>
    Failed = 4,
}

/// <summary>One run of a client over its input, from the first try to the last.</summary>
public sealed record SubmissionRow
{
    /// <summary>The corpus.</summary>
    public required long Incarnation { get; init; }

    /// <summary>Its id within the corpus.</summary>
    public required string Id { get; init; }

    /// <summary>How often the row was written; the store raises it by one with every write. Zero for one that is new.</summary>
    public long Revision { get; init; }

    /// <summary>The stamp that all its articles carry, whichever client sends them.</summary>
    public required long Stamp { get; init; }

    /// <summary>What tells its input from another.</summary>
    public required byte[] Input { get; init; }

    /// <summary>Which positions of the input are acknowledged, and what came of them, in the client's own form.</summary>
    public byte[] Checkpoint { get; init; } = [];

    /// <summary>How far it is.</summary>
    public required SubmissionState State { get; init; }

    /// <summary>Who sends it, for people.</summary>
    public string Client { get; init; } = "";

    /// <summary>When it began, UTC.</summary>
    public required DateTime Started { get; init; }

    /// <summary>When its client last showed itself, UTC.</summary>
    public required DateTime Updated { get; init; }
}

/// <summary>An article that is being read alone, written before the reading and cleared after it.</summary>
/// <param name="Slice">Its slice.</param>
/// <param name="Article">Its id.</param>
/// <param name="Silo">The silo that reads it.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Deaths">How many silos ended by themselves while they read it.</param>
public sealed record ReadingMarker(int Slice, string Article, string Silo, DateTime Since, int Deaths);
