using System.Globalization;
using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>The same articles on one, two and three silos, in batches of 1, 7 and 64, shuffled, in countries that write otherwise.</summary>
[Collection(FaultCollection.Name)]
public sealed class CultureTests(FaultBench bench, ITestOutputHelper output)
{
    [LongTheory]
    [InlineData("tr-TR", 1, 7, 64)]
    [InlineData("id-ID", 64, 1, 7)]
    public async Task One_hash(string culture, params int[] batches)
    {
        // Turkish has its own capital of i, and Indonesian a comma before decimals: where the machine does not know them, nothing is shown.
        var known = new CultureInfo(culture);
        Assert.True(culture == "tr-TR" ? known.TextInfo.ToUpper('i') == 'İ' : known.NumberFormat.NumberDecimalSeparator == ",", $"This machine does not know {culture}.");
        await using var cluster = await bench.OtherSilos(
            output, silos: 1, ("LANG", $"{culture.Replace('-', '_')}.UTF-8"), ("LC_ALL", ""), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"));

        for (var silos = 1; silos <= batches.Length; silos++)
        {
            await cluster.Grow(silos);
            await using var job = cluster.Submit(Corpus.Shuffled(bench.Lines, bench.Seed + silos), pace: 0, batch: batches[silos - 1]);
            await job.Ends();

            await bench.Expect("1, 2 and 3 silos, batches of 1, 7 and 64, shuffled, tr-TR and id-ID", await job.Ask(), stall: null);
        }
    }
}
