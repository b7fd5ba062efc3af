namespace Simpul.Contracts;

/// <summary>The one position of all ledgers that an export is of.</summary>
[GenerateSerializer, Immutable, Alias("simpul.export-position")]
public sealed record ExportPosition
{
    /// <summary>The position, to be given with every page; printable, and good after a restart of client or cluster.</summary>
    [Id(0)] public required string Token { get; init; }

    /// <summary>How many records the export has.</summary>
    [Id(1)] public required long Records { get; init; }

    /// <summary>How fresh the tallies were when the position was taken.</summary>
    [Id(2)] public required AsOf AsOf { get; init; }
}

/// <summary>Records in the order of the UTF-8 bytes of their ids.</summary>
[GenerateSerializer, Immutable, Alias("simpul.export-page")]
public sealed record ExportPage
{
    /// <summary>The records.</summary>
    [Id(0)] public required ExportedRecord[] Records { get; init; }

    /// <summary>The id to go on after; null when this is the last page.</summary>
    [Id(1)] public string? Next { get; init; }
}

/// <summary>One record of an export.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Record">The record, encoded by <see cref="Simpul.Text.RecordCodec"/>.</param>
[GenerateSerializer, Immutable, Alias("simpul.exported-record")]
public readonly record struct ExportedRecord([property: Id(0)] string Id, [property: Id(1)] byte[] Record);
