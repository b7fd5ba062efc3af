namespace Simpul.Contracts;

/// <summary>Why a cluster did not answer.</summary>
public enum ErrorCode
{
    /// <summary>A fault that nobody foresaw.</summary>
    Unknown = 0,

    /// <summary>There is no corpus of that name.</summary>
    CorpusNotFound = 1,

    /// <summary>The corpus was deleted, and perhaps made again: open it anew.</summary>
    CorpusGone = 2,

    /// <summary>The writer of this slice or bucket was replaced in mid-work. Send the same again: what was counted is not counted twice.</summary>
    Moved = 3,

    /// <summary>Too much is in flight. Wait and send the same again.</summary>
    Overloaded = 4,

    /// <summary>The store cannot be read or written. What was not acknowledged may or may not be kept: send the same again.</summary>
    StoreUnavailable = 5,

    /// <summary>A value of the request makes no sense; the message names it.</summary>
    BadRequest = 6,

    /// <summary>An export's position can no longer be read, since a purge removed a record that it holds: begin the export anew.</summary>
    PositionGone = 7,
}

/// <summary>A failure with a code that a client can act on.</summary>
[GenerateSerializer, Alias("simpul.error")]
public sealed class ClusterException : Exception
{
    /// <summary>Makes an unknown failure.</summary>
    public ClusterException() { }

    /// <summary>Makes an unknown failure with a message.</summary>
    public ClusterException(string message) : base(message) { }

    /// <summary>Makes an unknown failure with a message and a cause.</summary>
    public ClusterException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Makes a failure.</summary>
    public ClusterException(ErrorCode code, string message, Exception? innerException = null) : base(message, innerException) => Code = code;

    /// <summary>Why.</summary>
    [Id(0)]
    public ErrorCode Code { get; init; }

    /// <summary>True when the same call may succeed a little later.</summary>
    public bool IsTransient => Code is ErrorCode.Moved or ErrorCode.Overloaded or ErrorCode.StoreUnavailable;
}
