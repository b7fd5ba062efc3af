using Simpul.Contracts;

namespace Simpul.Grains.Queries;

internal sealed partial class QueryGrain
{
    public async Task<ExportPosition> BeginExport(CorpusRef corpus, bool fresh)
    {
        var row = await corpora.Check(corpus);
        var heads = await freshness.ReadHeads(row);
        var (vectors, silent) = await freshness.WaitFor(row, heads, fresh ? s_longestWait : TimeSpan.Zero);
        var token = ExportToken.Write(heads.Versions);
        return new ExportPosition
        {
            Token = token,
            Records = await Export(corpus, token).Count(),
            AsOf = await freshness.Describe(row, heads, vectors, silent),
        };
    }

    public async Task<ExportPage> ExportPage(CorpusRef corpus, string token, string? after, int limit)
    {
        await corpora.Check(corpus);
        return await Export(corpus, token).Page(after, Math.Max(1, Page(limit)));
    }

    private IExportGrain Export(CorpusRef corpus, string token) =>
        GrainFactory.GetGrain<IExportGrain>(GrainKeys.Export(corpus, token));
}
