using Simpul.Cluster.Tests.Processes;
using YamlDotNet.RepresentationModel;

namespace Simpul.Cluster.Tests.Operations;

/// <summary>YAML files of the project, read as whoever uses them does.</summary>
internal static class Yaml
{
    /// <summary>The documents of a file.</summary>
    public static IReadOnlyList<YamlNode> Read(string path)
    {
        var stream = new YamlStream();
        using var text = File.OpenText(Path.Combine(Programs.Root, path));
        stream.Load(text);
        return [.. stream.Documents.Select(static d => d.RootNode)];
    }

    /// <summary>The items of a list.</summary>
    public static IEnumerable<YamlNode> Items(this YamlNode list) => Assert.IsType<YamlSequenceNode>(list);

    /// <summary>The names in a map.</summary>
    public static IEnumerable<string> Names(this YamlNode map) => Assert.IsType<YamlMappingNode>(map).Children.Keys.Select(static k => k.ToString());

    /// <summary>True where a map has a name.</summary>
    public static bool Has(this YamlNode map, string name) => map is YamlMappingNode m && m.Children.ContainsKey(new YamlScalarNode(name));
}
