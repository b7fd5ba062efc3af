using System.Globalization;
using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>
/// The same corpus on one, two and three silos, each time in batches of 1, 7 and 64, shuffled, in countries that write otherwise.
/// </summary>
[Collection(FaultCollection.Name)]
public sealed class CultureTests(FaultBench bench, ITestOutputHelper output)
{
    private static readonly int[] s_batches = [1, 7, 64];

    [LongTheory]
    [InlineData("tr-TR")]
    [InlineData("id-ID")]
    public async Task One_hash(string culture)
    {
        // Turkish has its own capital of i, and Indonesian a comma before decimals: where the machine does not know them, nothing is shown.
        var known = new CultureInfo(culture);
        Assert.True(culture == "tr-TR" ? known.TextInfo.ToUpper('i') == 'İ' : known.NumberFormat.NumberDecimalSeparator == ",", $"This machine does not know {culture}.");
        var corpus = new EditedCorpus();
        var calm = await corpus.Calm();
        await using var cluster = await bench.OtherSilos(
            output, silos: 1, ("LANG", $"{culture.Replace('-', '_')}.UTF-8"), ("LC_ALL", ""), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"));

        for (var silos = 1; silos <= 3; silos++)
        {
            await cluster.Grow(silos);
            var found = await Task.WhenAll(s_batches.Select(batch => corpus.On(cluster, $"silos-{silos}-batches-of-{batch}", batch, bench.Any(int.MaxValue))));
            Assert.All(found, answers => bench.Compare("1, 2 and 3 silos, batches of 1, 7 and 64, shuffled, tr-TR and id-ID", answers, calm));
        }
    }
}
