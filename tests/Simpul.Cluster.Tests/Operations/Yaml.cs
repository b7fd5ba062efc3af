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
        return [.. stream.Documents.Select(static d => Merged(d.RootNode))];
    }

    /// <summary>The items of a list.</summary>
    public static IEnumerable<YamlNode> Items(this YamlNode list) => Assert.IsType<YamlSequenceNode>(list);

    /// <summary>The names in a map.</summary>
    public static IEnumerable<string> Names(this YamlNode map) => Assert.IsType<YamlMappingNode>(map).Children.Keys.Select(static k => k.ToString());

    /// <summary>A map by its names.</summary>
    public static Dictionary<string, YamlNode> Pairs(this YamlNode map) =>
        Assert.IsType<YamlMappingNode>(map).Children.ToDictionary(static p => p.Key.ToString(), static p => p.Value, StringComparer.Ordinal);

    /// <summary>True where a map has a name.</summary>
    public static bool Has(this YamlNode map, string name) => map is YamlMappingNode m && m.Children.ContainsKey(new YamlScalarNode(name));

    // What stands under << is in the map, but for what the map has itself.
    private static YamlNode Merged(YamlNode node)
    {
        if (node is YamlSequenceNode list) return new YamlSequenceNode(list.Select(Merged));
        if (node is not YamlMappingNode map) return node;
        var whole = new YamlMappingNode();
        foreach (var (name, value) in map.Children)
        {
            if (name.ToString() != "<<") whole.Children[name] = Merged(value);
        }

        if (!map.Children.TryGetValue(new YamlScalarNode("<<"), out var shared)) return whole;
        foreach (var (name, value) in Assert.IsType<YamlMappingNode>(Merged(shared)).Children) whole.Children.TryAdd(name, value);
        return whole;
    }
}
