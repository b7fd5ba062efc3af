namespace Simpul.Cluster.Tests.Processes;

/// <summary>The programs as they are built, each in the output folder of its project.</summary>
internal static class Programs
{
    public const string Silo = "silo";
    public const string Client = "simpul";

    /// <summary>No program, but what a test loads into one.</summary>
    public const string Hook = "Simpul.PoisonHook";

    /// <summary>The root of the sources that these tests were built from.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    /// <summary>How these tests and the programs were built: Release or Debug.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;

    public static string Find(string program)
    {
        // tests/Simpul.Cluster.Tests/bin/CONFIGURATION/FRAMEWORK
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name;
        var project = program switch { Client => "client", Hook => Path.Combine("tests", Hook), _ => program };
        var path = Path.Combine(Root, project, "bin", Configuration, framework, $"{program}.dll");
        Assert.True(File.Exists(path), $"{path} is not built.");
        return path;
    }
}
