using System.Text.RegularExpressions;
using Simpul.Cluster.Tests.Processes;

namespace Simpul.Cluster.Tests.Operations;

/// <summary>What the documents for operators say, held against what the programs and the rules have.</summary>
public sealed partial class DocumentTests
{
    private static readonly string s_troubles = Read("docs/troubleshooting.md");

    [Fact]
    public async Task The_table_of_settings_has_every_option_and_variable_of_a_silo_and_no_other()
    {
        var settings = Section(Read("docs/operating.md"), "## Settings");
        await using var help = new Running(Programs.Silo, ["--help"]);
        Assert.Equal(0, await help.Exit());

        var options = Option().Matches(help.Output).Select(static m => m.Value).Except(["--help", "--version"]);
        Assert.Equal(options.Order(), Option().Matches(settings.Split("\n\n")[^2]).Select(static m => m.Value).Distinct().Order());
        Assert.Equal(
            (await KnownVariables.OfSilo()).Append("SIMPUL_TOKEN").Order(), Variable().Matches(settings).Select(static m => m.Value).Distinct().Order());
    }

    [Fact]
    public void Every_alert_leads_to_a_section_that_is_there()
    {
        var alerts = Yaml.Read("deploy/prometheus/alerts.yml").Single()["groups"].Items().SelectMany(static g => g["rules"].Items()).Select(static r => r["alert"].ToString()).ToList();

        Assert.Equal(alerts.Order(), Alert().Matches(Section(s_troubles, "## Alerts")).Select(static m => m.Value).Distinct().Order());
        var pages = Page().Matches(Read("deploy/prometheus/alerts.yml"));
        Assert.NotEmpty(pages);
        Assert.All(pages, static page => Assert.Contains($"# {page.Groups["title"].Value}\n", Read(page.Groups["file"].Value), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_message_that_is_explained_is_one_that_the_programs_have()
    {
        var sources = string.Concat(new[] { "client", "grains", "silo" }.SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Programs.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText)).Replace("\\\"", "\"", StringComparison.Ordinal);
        var messages = Row().Matches(Section(s_troubles, "## A silo does not start") + Section(s_troubles, "## Commands"))
            .SelectMany(static row => Quoted().Matches(row.Groups[1].Value)).Select(static m => m.Groups[1].Value)
            // A library's own.
            .Where(static m => !m.StartsWith("Cannot load library", StringComparison.Ordinal)).ToList();

        Assert.True(messages.Count > 30);
        Assert.All(messages, message => Assert.All(message.Split("...").Select(Trimmed).Where(static part => part.Length > 0), part =>
            Assert.True(sources.Contains(part, StringComparison.Ordinal), $"\"{part}\" of \"{message}\" is in no source.")));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/operating.md")]
    [InlineData("docs/capacity.md")]
    [InlineData("docs/troubleshooting.md")]
    [InlineData("docs/architecture.md")]
    public void Every_link_leads_somewhere(string file)
    {
        foreach (Match link in Link().Matches(Read(file)))
        {
            var (path, title) = (link.Groups["path"].Value, link.Groups["title"].Value);
            if (path.StartsWith("http", StringComparison.Ordinal)) continue;
            var target = path.Length == 0 ? file : Path.Combine(Path.GetDirectoryName(file)!, path);
            Assert.True(Path.Exists(Path.Combine(Programs.Root, target)), $"{file} leads to {target}.");
            if (title.Length > 0) Assert.Contains(title, Headings(Read(target)));
        }
    }

    private static IEnumerable<string> Headings(string text) =>
        Heading().Matches(text).Select(static h => NoLetter().Replace(h.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    // A quotation mark before or behind ... holds a name.
    private static string Trimmed(string part) => part.Trim().Trim('"', ' ', '(', ')');

    private static string Section(string text, string heading) => text.Split(heading + "\n")[1].Split("\n## ")[0];

    private static string Read(string path) => File.ReadAllText(Path.Combine(Programs.Root, path));

    [GeneratedRegex("--[a-z]+(-[a-z]+)*")]
    private static partial Regex Option();

    [GeneratedRegex("SIMPUL_[A-Z_]*[A-Z]")]
    private static partial Regex Variable();

    [GeneratedRegex("Simpul[A-Z][A-Za-z]+")]
    private static partial Regex Alert();

    [GeneratedRegex(@"(?<file>docs/[a-z]+\.md), (?<title>[^.""]+)\.")]
    private static partial Regex Page();

    [GeneratedRegex(@"^\| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]{8,})`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\((?<path>[^)#\s]*)(#(?<title>[^)]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^a-z0-9 -]")]
    private static partial Regex NoLetter();
}
