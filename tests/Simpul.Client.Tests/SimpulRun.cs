using System.Text;
using Simpul.Client.Terminals;

namespace Simpul.Client.Tests;

/// <summary>What one run of the command gave.</summary>
internal sealed record SimpulRun(int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs the command in this process, with nothing at the ends of its streams but the test.</summary>
    public static async Task<SimpulRun> Of(string[] args, string input = "", Dictionary<string, string>? variables = null, Stream? output = null, CancellationToken cancel = default)
    {
        var written = new MemoryStream();
        var error = new StringWriter();
        var terminal = new Terminal(
            () => new MemoryStream(Encoding.UTF8.GetBytes(input)), output ?? written, TextWriter.Synchronized(error), false, false, int.MaxValue,
            name => variables?.GetValueOrDefault(name));
        var code = await App.RunAsync(args, terminal, cancel);
        return new SimpulRun(code, Encoding.UTF8.GetString(written.ToArray()), error.ToString());
    }

    public static Task<SimpulRun> Of(params string[] args) => Of(args, "");
}
