using Simpul.Client.Commands;
using Simpul.Client.Help;
using Simpul.Client.Terminals;

namespace Simpul.Client.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("analyse", "analyze")]
    [InlineData("analyze x.txt --formt json", "--format")]
    public async Task A_misspelt_word_is_a_usage_error_with_a_suggestion(string line, string meant)
    {
        var run = await SimpulRun.Of(line.Split(' '));
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains($"Did you mean \"{meant}\"?", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("analyze")]
    [InlineData("analyze x.txt --format xml")]
    [InlineData("analyze nowhere.txt")]
    [InlineData("analyze - --map text")]
    [InlineData("analyze - --published gestern")]
    [InlineData("analyze - --max-text 5X")]
    [InlineData("completion tcsh")]
    [InlineData("help nothing")]
    public async Task What_makes_no_sense_ends_in_2_with_nothing_on_standard_output(string line)
    {
        var run = await SimpulRun.Of(line.Split(' '));
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Nothing_at_all_prints_help() => Assert.Contains("Examples:", (await SimpulRun.Of([])).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Every_topic_has_a_page()
    {
        foreach (var topic in HelpTopics.All)
        {
            var run = await SimpulRun.Of("help", topic.Name);
            Assert.Equal(ExitCode.Done, run.ExitCode);
            Assert.StartsWith(topic.Name.Replace('-', ' ').ToUpperInvariant(), run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_on_exit_codes_lists_each_of_them()
    {
        var page = (await SimpulRun.Of("help", "exit-codes")).Output;
        foreach (var code in new[] { ExitCode.Done, ExitCode.Usage, ExitCode.SomeRejected, ExitCode.Unreachable, ExitCode.Interrupted })
            Assert.Matches($"(?m)^  {code} ", page);
    }

    [Fact]
    public async Task Every_command_has_help_with_examples()
    {
        foreach (var command in App.Root(Silent()).Subcommands)
        {
            var run = await SimpulRun.Of("help", command.Name);
            Assert.Equal(ExitCode.Done, run.ExitCode);
            Assert.Contains("Examples:", run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Every_shell_gets_a_completion(string shell) => Assert.Contains("[suggest:", (await SimpulRun.Of("completion", shell)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task The_command_completes_itself() => Assert.Contains("analyze", (await SimpulRun.Of("[suggest:10]", "simpul ana")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Analyze_prints_one_record_a_line_in_the_order_of_the_input()
    {
        var path = folder.Write("a.jsonl", string.Concat(Enumerable.Range(0, 300).Select(i => $$"""{"id":"n{{i}}","text":"Isi."}""" + "\n")));
        var run = await SimpulRun.Of("analyze", path);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"n{i}"), run.OutputLines.Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()));
        Assert.All(run.OutputLines, l => Assert.StartsWith("{\"schema_version\":1,\"pack\":", l, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("table")]
    public async Task Analyze_writes_every_format(string format)
    {
        var run = await SimpulRun.Of("analyze", folder.Write("a.txt", "Isi berita."), "--format", format);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public async Task Analyze_ends_in_3_where_a_row_was_rejected_and_does_the_rest()
    {
        var path = folder.Write("a.jsonl", "{\"text\":\"T\"}\n{broken\n{\"text\":\"U\"}\n");
        var run = await SimpulRun.Of("analyze", path);
        Assert.Equal(ExitCode.SomeRejected, run.ExitCode);
        Assert.Equal(2, run.OutputLines.Length);
        Assert.Contains($"{path}:2: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_alone_end_in_0()
    {
        var run = await SimpulRun.Of("analyze", folder.Write("a.jsonl", """{"text":"T","date":"31 Februari 2024"}"""));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("warning: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_file_is_overwritten_only_by_force()
    {
        var (input, output) = (folder.Write("a.txt", "Isi."), folder["out.jsonl"]);
        Assert.Equal(ExitCode.Done, (await SimpulRun.Of("analyze", input, "--output", output)).ExitCode);
        var first = File.ReadAllText(output);
        var refused = await SimpulRun.Of("analyze", input, "--output", output);
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await SimpulRun.Of("analyze", input, "--output", output, "--force")).ExitCode);
        Assert.Equal(first, File.ReadAllText(output));
        Assert.Equal(["a.txt", "out.jsonl"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_failed_run_leaves_no_file_behind()
    {
        await SimpulRun.Of("analyze", folder["nowhere.txt"], "--output", folder["out.jsonl"]);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_command_with_0()
    {
        var path = folder.Write("a.jsonl", string.Concat(Enumerable.Repeat("{\"text\":\"T\"}\n", 1000)));
        var run = await SimpulRun.Of(["analyze", path], output: new StandardOutput(new ClosedPipe()));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task An_interrupt_ends_in_130()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var run = await SimpulRun.Of(["analyze", folder.Write("a.txt", "Isi.")], cancel: cancel.Token);
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
    }

    private static Services Silent() => new(
        new Terminal(() => Stream.Null, Stream.Null, TextWriter.Null, false, false, 80, _ => null), (_, _) => throw new NotSupportedException(), TimeProvider.System);

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}
