namespace Simpul.Testing;

/// <summary>Where this machine has PostgreSQL's programs.</summary>
public static class PostgresPrograms
{
    /// <summary>The environment variable that says which tests must run; <c>all</c>: those that need servers or take long too.</summary>
    public const string Variable = "SIMPUL_TESTS";

    /// <summary>Why tests that need a server cannot run, and how they can.</summary>
    public const string Missing =
        "Needs PostgreSQL 15 or newer on this machine: install it (Debian: apt-get install postgresql), or put its programs on PATH.";

    /// <summary>Why a test that needs a server is left out; null where it runs, or has to.</summary>
    public static string? Skip { get; } =
        Environment.GetEnvironmentVariable(Variable) == "all" || Find() is not null ? null : Missing;

    /// <summary>The folder of the newest programs, or null.</summary>
    public static string? Find()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return path.Concat(Versions("/usr/lib/postgresql", "*")).Concat(Versions("/usr", "pgsql-*"))
            .FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static IEnumerable<string> Versions(string root, string pattern) => !Directory.Exists(root)
        ? []
        : Directory.GetDirectories(root, pattern)
            .OrderByDescending(static folder => int.TryParse(Path.GetFileName(folder).Split('-')[^1], out var version) ? version : 0)
            .Select(static folder => Path.Combine(folder, "bin"));
}
