using System.Globalization;
using Simpul.Contracts;

namespace Simpul.Grains.Queries;

/// <summary>The printable form of a place in a list of events, for the next page.</summary>
internal static class EventToken
{
    public static string Write(EventPosition position) =>
        string.Create(CultureInfo.InvariantCulture, $"{position.Day}:{position.Offset}:{position.Index}:{position.Article}");

    public static EventPosition? Read(string? token)
    {
        if (token is null) return null;
        var parts = token.Split(':', 4);
        if (parts.Length == 4
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return new EventPosition(day, parts[3], offset, index);
        }

        throw new ClusterException(ErrorCode.BadRequest, $"'{token}' is no place in a list of events.");
    }
}
