namespace Simpul.Cluster.Tests.Processes;

/// <summary>The built programs, beside the tests that reference them.</summary>
internal static class Programs
{
    public const string Silo = "silo";
    public const string Client = "simpul";

    public static string Find(string program)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{program}.dll");
        Assert.True(File.Exists(path) && File.Exists(Path.ChangeExtension(path, ".runtimeconfig.json")), $"{path} is not built.");
        return path;
    }
}
