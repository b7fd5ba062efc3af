using System.Diagnostics;
using Simpul.Contracts;
using Simpul.Hosting.Sessions;

namespace Simpul.Benchmarks;

/// <summary>How long a cluster takes to answer while it may be at other work: one caller, who asks as soon as he is answered.</summary>
internal static class Queries
{
    private static readonly (string Name, Func<IQueryGrain, CorpusRef, Task> Ask)[] s_questions =
    [
        ("top countries", static (g, c) => g.Top(c, new TopQuery { Subject = TopSubject.Countries })),
        ("top dyads", static (g, c) => g.Top(c, new TopQuery { Subject = TopSubject.CountryDyads })),
        ("country ID", static (g, c) => g.Dossier(c, new DossierQuery { Kind = EntityKind.Country, Name = "ID" })),
        ("dyad CN US", static (g, c) => g.Dyad(c, new DyadQuery { First = "CN", Second = "US" })),
        ("events of ID", static (g, c) => g.Events(c, new EventsQuery { Source = "ID", Limit = 20 })),
    ];

    internal static async Task<int> Run(string gateways, string corpus, int seconds)
    {
        await using var session = await RemoteCluster.ConnectAsync(gateways.Split(','));
        var found = await session.Grains.GetGrain<ICatalogueGrain>(GrainKeys.Catalogue).Find(corpus);
        if (found is null)
        {
            Console.Error.WriteLine($"There is no corpus \"{corpus}\".");
            return 1;
        }

        var times = s_questions.ToDictionary(static q => q.Name, static _ => new List<double>());
        var clock = Stopwatch.StartNew();
        for (var round = 0; clock.Elapsed.TotalSeconds < seconds; round++)
        {
            var grain = session.Grains.GetGrain<IQueryGrain>(round % GrainKeys.Lanes);
            foreach (var (name, ask) in s_questions)
            {
                var asked = Stopwatch.GetTimestamp();
                await ask(grain, found.Corpus);
                times[name].Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        }

        Console.WriteLine($"{"query",-16}{"asked",8}{"p50 ms",10}{"p95 ms",10}{"p99 ms",10}{"most ms",10}");
        foreach (var (name, _) in s_questions) Print(name, times[name]);
        Print("all", [.. times.Values.SelectMany(static t => t)]);
        return 0;
    }

    private static void Print(string name, List<double> times)
    {
        times.Sort();
        Console.WriteLine($"{name,-16}{times.Count,8}{At(0.5),10:f1}{At(0.95),10:f1}{At(0.99),10:f1}{times[^1],10:f1}");

        double At(double share) => times[(int)(share * (times.Count - 1))];
    }
}
