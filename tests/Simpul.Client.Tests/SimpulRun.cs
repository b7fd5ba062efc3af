using System.Text;
using Simpul.Client.Commands;
using Simpul.Client.Connection;
using Simpul.Client.Terminals;

namespace Simpul.Client.Tests;

/// <summary>What one run of the command gave.</summary>
internal sealed record SimpulRun(int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs the command in this process, with nothing at the ends of its streams but the test.</summary>
    public static async Task<SimpulRun> Of(
        string[] args, string input = "", Dictionary<string, string>? variables = null, Stream? output = null, ISession? session = null,
        SessionOpener? opener = null, TimeProvider? time = null, Stream? openInput = null, CancellationToken cancel = default)
    {
        var written = new MemoryStream();
        var error = new StringWriter();
        var terminal = new Terminal(
            () => openInput ?? new MemoryStream(Encoding.UTF8.GetBytes(input)), output ?? written, TextWriter.Synchronized(error), false, false, int.MaxValue,
            name => variables?.GetValueOrDefault(name));
        opener ??= (_, _) => session is null ? throw CommandException.Unreachable("there is no cluster here.") : Task.FromResult(session);
        var code = await App.RunAsync(args, new Services(terminal, opener, time ?? TimeProvider.System), cancel);
        return new SimpulRun(code, Encoding.UTF8.GetString(written.ToArray()), error.ToString());
    }

    public static Task<SimpulRun> Of(params string[] args) => Of(args, "");

    /// <summary>Runs a command line, words parted by spaces, on a session.</summary>
    public static Task<SimpulRun> On(ISession session, string line) => Of(line.Split(' '), session: session);
}
