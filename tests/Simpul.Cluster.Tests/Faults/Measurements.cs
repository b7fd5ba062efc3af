using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>What a fault did.</summary>
/// <param name="Fault">Which.</param>
/// <param name="Lost">Articles that are missing.</param>
/// <param name="Twice">Articles that are there twice.</param>
/// <param name="Stall">The longest time without a committed article; null where none was measured.</param>
/// <param name="Times">Other times that were measured.</param>
internal sealed record Measurement(string Fault, int Lost, int Twice, TimeSpan? Stall, (string What, TimeSpan Time)[] Times);

/// <summary>
/// Collects measurements in the file that <c>SIMPUL_FAULTS_TABLE</c> names, a line each, over as many runs as there are; beside it
/// stands the table of all of them.
/// </summary>
internal sealed class Measurements(string? file)
{
    public static Measurements FromEnvironment() => new(Environment.GetEnvironmentVariable("SIMPUL_FAULTS_TABLE"));

    public void Add(Measurement m)
    {
        if (file is null) return;
        var line = new Line(m.Fault, m.Lost, m.Twice, m.Stall?.TotalSeconds, m.Times.ToDictionary(static t => t.What, static t => t.Time.TotalSeconds, StringComparer.Ordinal));
        File.AppendAllText(file, JsonSerializer.Serialize(line) + "\n");
    }

    /// <summary>Writes the table of all that was ever measured into the file.</summary>
    public void WriteTable()
    {
        if (file is null || !File.Exists(file)) return;
        var lines = File.ReadLines(file).Select(static l => JsonSerializer.Deserialize<Line>(l)!).ToList();
        var table = new StringBuilder("| fault | runs | lost | counted twice | stall | longest stall | longest also |\n|---|---|---|---|---|---|---|\n");
        foreach (var fault in lines.GroupBy(static l => l.Fault).OrderBy(static f => f.Key, StringComparer.Ordinal))
        {
            var stalls = fault.Select(static l => l.Stall).OfType<double>().Order().ToList();
            var others = fault.SelectMany(static l => l.Times).GroupBy(static t => t.Key, static t => t.Value).Select(static t => $"{t.Key} {Seconds(t.Max())}");
            string[] cells =
            [
                fault.Key, Number(fault.Count()), Number(fault.Sum(static l => l.Lost)), Number(fault.Sum(static l => l.Twice)),
                stalls.Count == 0 ? "" : Seconds(stalls[(stalls.Count - 1) / 2]), stalls.Count == 0 ? "" : Seconds(stalls[^1]), string.Join(", ", others),
            ];
            table.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");
        }

        File.WriteAllText(Path.ChangeExtension(file, ".md"), table.ToString());
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} s");

    private sealed record Line(string Fault, int Lost, int Twice, double? Stall, Dictionary<string, double> Times);
}
