namespace Simpul.Client.Evaluation;

/// <summary>A record whose shape cannot be scored: the article counts as all missed.</summary>
internal sealed class MalformedRecordException(string message) : Exception(message);
