namespace Simpul.Contracts;

/// <summary>The order of an export's records, held while it is being read. Key: <see cref="GrainKeys.Export"/>.</summary>
[Alias("simpul.IExport")]
public interface IExportGrain : IGrainWithStringKey
{
    /// <summary>How many records it has.</summary>
    [Alias("Count"), ResponseTimeout("00:02:00")]
    Task<long> Count();

    /// <summary>A page of it.</summary>
    [Alias("Page"), ResponseTimeout("00:02:00")]
    Task<ExportPage> Page(string? after, int limit);
}
