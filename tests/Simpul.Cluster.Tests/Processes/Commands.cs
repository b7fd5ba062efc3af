using System.Text;
using System.Threading.Channels;
using CliWrap;

namespace Simpul.Cluster.Tests.Processes;

/// <summary>Runs of the command <c>simpul</c>.</summary>
internal static class Commands
{
    /// <summary>Starts a command.</summary>
    public static Running Start(params IEnumerable<string> args) => new(Programs.Client, args);

    /// <summary>Starts a command with environment variables of its own.</summary>
    public static Running Start(IReadOnlyDictionary<string, string?> variables, params IEnumerable<string> args) => new(Programs.Client, args, variables: variables);

    /// <summary>Runs a command to its end and answers its output; anything but success is a failure of the test.</summary>
    public static Task<string> Run(params IEnumerable<string> args) => Run(new Dictionary<string, string?>(), args);

    /// <summary>The same with environment variables of its own.</summary>
    public static async Task<string> Run(IReadOnlyDictionary<string, string?> variables, params IEnumerable<string> args)
    {
        await using var command = Start(variables, args);
        var code = await command.Exit();
        Assert.True(code == 0, $"simpul {string.Join(' ', args)} ended in {code}:\n{command.Talk}");
        return command.Output;
    }

    /// <summary>
    /// What a corpus shows of its ledgers and of its tallies, and that must be equal for equal articles. A command costs a start: the
    /// tests of faults ask for more.
    /// </summary>
    public static async Task<string> Views(params string[] target) =>
        await Run(["export", "--format", "jsonl", .. target]) + await Run(["top", "dyads", "--between", "all", "--limit", "500", "--format", "csv", .. target]);
}

/// <summary>A submission whose input the test writes line by line, so that it lasts as long as the test wants.</summary>
internal sealed class OpenSubmission : IAsyncDisposable
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public OpenSubmission(params IEnumerable<string> args) =>
        Process = new Running(
            Programs.Client, ["submit", "-", "--input-format", "jsonl", "--batch-size", "4", .. args], PipeSource.Create(Feed));

    public Running Process { get; }

    public void Write(IEnumerable<string> lines)
    {
        foreach (var line in lines) Assert.True(_lines.Writer.TryWrite(line));
    }

    /// <summary>Ends the input and waits for the command's end.</summary>
    public async Task Finish()
    {
        _lines.Writer.Complete();
        var code = await Process.Exit();
        Assert.True(code == 0, $"The submission ended in {code}:\n{Process.Talk}");
    }

    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await Process.DisposeAsync();
    }

    private async Task Feed(Stream input, CancellationToken cancel)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync(cancel))
        {
            await input.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancel);
            await input.FlushAsync(cancel);
        }
    }
}
