using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;
using CliWrap;

namespace Simpul.Cluster.Tests.Processes;

/// <summary>A real process of one of the programs, with what it says.</summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly CancellationTokenSource _kill = new();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _talk = new();
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly CommandTask<CommandResult> _task;
    private readonly string _name;

    /// <param name="program">One of <see cref="Programs"/>.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="input">Its input; none unless given.</param>
    /// <param name="variables">Environment variables of its own.</param>
    /// <param name="within">A command that starts the program somewhere else, in its place.</param>
    public Running(
        string program, IEnumerable<string> args, PipeSource? input = null, IReadOnlyDictionary<string, string?>? variables = null, params string[] within)
    {
        _name = program;
        string[] line = [.. within, "dotnet", Programs.Find(program), .. args];
        var command = Cli.Wrap(line[0])
            .WithArguments(line[1..])
            .WithEnvironmentVariables(Clean(variables))
            .WithStandardInputPipe(input ?? PipeSource.Null)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line => Heard(_output, line)))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(line => Heard(_talk, line)));
        _task = command.ExecuteAsync(_kill.Token);
    }

    public int Id => _task.ProcessId;

    /// <summary>True where the system knows no such process any more.</summary>
    public bool IsGone => Signal(Id, 0) != 0;

    public string Output => Text(_output);

    public string Talk => Text(_talk);

    /// <summary>Waits for a line of either stream that contains all of some texts.</summary>
    public async Task<string> Line(params string[] texts)
    {
        using var limit = new CancellationTokenSource(Deadline.Length);
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(limit.Token))
            {
                if (Array.TrueForAll(texts, text => line.Contains(text, StringComparison.Ordinal))) return line;
            }
        }
        catch (OperationCanceledException)
        {
        }

        throw new InvalidOperationException($"{_name} did not say \"{string.Join("\" and \"", texts)}\". It said:\n{Output}\n{Talk}");
    }

    /// <summary>Waits for the end and answers the exit code.</summary>
    public async Task<int> Exit()
    {
        try
        {
            return (await _task.Task.For($"The end of {_name}")).ExitCode;
        }
        catch (OperationCanceledException)
        {
            return -1;
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message} It has said:\n{Talk}", e);
        }
        finally
        {
            _lines.Writer.TryComplete();
        }
    }

    /// <summary>SIGKILL: the process has no say.</summary>
    public async Task Kill()
    {
        await _kill.CancelAsync();
        await Exit();
    }

    /// <summary>SIGTERM: the process ends in order.</summary>
    public async Task<int> Stop()
    {
        Assert.Equal(0, Signal(Id, Sigterm));
        return await Exit();
    }

    /// <summary>SIGSTOP: the process stands still and does not notice.</summary>
    public void Freeze()
    {
        Assert.Equal(0, Signal(Id, Sigstop));
        // The signal is on its way when the call returns.
        Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{Id}/status").Contains("State:\tT", StringComparison.Ordinal), Deadline.Length));
    }

    /// <summary>SIGCONT: it goes on where it was.</summary>
    public void Thaw() => Assert.Equal(0, Signal(Id, Sigcont));

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _kill.Dispose();
        _task.Dispose();
    }

    private const int Sigterm = 15;
    private const int Sigcont = 18;
    private const int Sigstop = 19;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    // What the machine's user has set must not lead a test to the user's data.
    private static Dictionary<string, string?> Clean(IReadOnlyDictionary<string, string?>? variables)
    {
        var clean = new Dictionary<string, string?>(StringComparer.Ordinal) { ["NO_COLOR"] = "1" };
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(n => n.StartsWith("SIMPUL_", StringComparison.Ordinal)))
            clean[name] = null;
        foreach (var (name, value) in variables ?? new Dictionary<string, string?>()) clean[name] = value;
        return clean;
    }

    private static string Text(StringBuilder from)
    {
        lock (from) return from.ToString();
    }

    private void Heard(StringBuilder into, string line)
    {
        lock (into) into.Append(line).Append('\n');
        _lines.Writer.TryWrite(line);
    }
}
