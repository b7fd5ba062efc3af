using System.Text.Json;
using Simpul.Contracts;

namespace Simpul.Grains.Articles;

/// <summary>
/// What a dead letter keeps of its article: all of it and its order among the versions, so that reading it again gives what reading
/// it at first would have given.
/// </summary>
/// <param name="Article">The article.</param>
/// <param name="Stamp">The run that sent it; null in letters that were kept without.</param>
/// <param name="EndsReaders">True where reading it ended the process that read it.</param>
internal sealed record DeadLetterContent(SubmittedArticle Article, SubmissionStamp? Stamp, bool EndsReaders)
{
    public byte[] Encode() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static DeadLetterContent Decode(ReadOnlySpan<byte> content)
    {
        using var json = JsonDocument.Parse(content.ToArray());
        return json.RootElement.TryGetProperty(nameof(Article), out _)
            ? json.RootElement.Deserialize<DeadLetterContent>()!
            : new DeadLetterContent(json.RootElement.Deserialize<SubmittedArticle>()!, null, EndsReaders: false);
    }

    /// <summary>The order of the version; a letter without a stamp takes the time at which it was written.</summary>
    public SubmissionStamp StampOr(DateTime written) =>
        Stamp ?? new SubmissionStamp((written - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, 0);
}
