using System.Net;
using Simpul.Cluster.Tests.Processes;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>Silos and their store, as a job uses them and as a look into the store shows them.</summary>
internal interface IPlace
{
    /// <summary>What commands find in their environment.</summary>
    IReadOnlyDictionary<string, string?> Variables { get; }

    /// <summary>The options by which a command finds it.</summary>
    string[] Target { get; }

    IReadOnlyList<SiloProcess> Silos { get; }

    /// <summary>How many articles of a corpus are committed.</summary>
    Task<long> Committed(string corpus);

    /// <summary>The longest time between two commits of a corpus, or of each part of it that SQL names.</summary>
    Task<TimeSpan> LongestGap(string corpus, string parts);
}

/// <summary>What silos say of their health.</summary>
internal static class Health
{
    /// <summary>Waits until every silo says that it is ready.</summary>
    public static Task<TimeSpan> AllReady(this IPlace place) => Wait.Until("Readiness of every silo", () => All(place, HttpStatusCode.OK));

    /// <summary>Waits until every silo says that it is not ready.</summary>
    public static Task<TimeSpan> NoneReady(this IPlace place) => Wait.Until("Silos that say that they are not ready", () => All(place, HttpStatusCode.ServiceUnavailable));

    /// <summary>Every silo must say that it lives.</summary>
    public static async Task MustLive(this IPlace place)
    {
        foreach (var silo in place.Silos) Assert.Equal("live\n", await silo.Http.GetStringAsync("/health/live"));
    }

    private static async Task<bool> All(IPlace place, HttpStatusCode wanted)
    {
        var states = await Task.WhenAll(place.Silos.Select(async static silo =>
        {
            using var answer = await silo.Http.GetAsync("/health/ready");
            return answer.StatusCode;
        }));
        return states.All(s => s == wanted);
    }
}
