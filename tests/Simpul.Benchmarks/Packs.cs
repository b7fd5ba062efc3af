using System.Diagnostics;
using Simpul.Text;

namespace Simpul.Benchmarks;

/// <summary>What the language packs cost to load and to keep.</summary>
internal static class Packs
{
    internal static int Run()
    {
        var before = GC.GetTotalMemory(true);
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var version = ArticleReader.Default.PackVersion;
        var elapsed = clock.ElapsedMilliseconds;
        var used = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
        Console.WriteLine($"pack {version}: {elapsed} ms, {used:f0} ms of processor, {(GC.GetTotalMemory(true) - before) >> 20} MiB kept, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB of the process");
        GC.KeepAlive(ArticleReader.Default);
        return 0;
    }
}
