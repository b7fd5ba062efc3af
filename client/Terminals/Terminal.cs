using System.Text;

namespace Simpul.Client.Terminals;

/// <summary>
/// The streams of a run and what is at their ends. Data goes to <see cref="Output"/>, talk to <see cref="Talk"/>; no command touches
/// the console itself, so that a test can be at the other end.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(false);
    private readonly Func<string, string?> environment;

    public Terminal(
        Func<Stream> input, Stream output, TextWriter error, bool outputIsTerminal, bool errorIsTerminal, int width, Func<string, string?> environment)
    {
        OpenInput = input;
        Output = output;
        OutputIsTerminal = outputIsTerminal;
        ErrorIsTerminal = errorIsTerminal;
        Width = width;
        this.environment = environment;
        var plain = !string.IsNullOrEmpty(environment("NO_COLOR")) || environment("TERM") == "dumb";
        ColoursOnOutput = outputIsTerminal && !plain;
        Talk = new Talk(error, errorIsTerminal, errorIsTerminal && !plain);
    }

    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; }

    /// <summary>Where data goes.</summary>
    public Stream Output { get; }

    /// <summary>Where everything else goes.</summary>
    public Talk Talk { get; }

    public bool OutputIsTerminal { get; }

    public bool ErrorIsTerminal { get; }

    public bool ColoursOnOutput { get; }

    /// <summary>Columns of the terminal that output goes to; without one, so many that nothing is wrapped.</summary>
    public int Width { get; }

    /// <summary>An environment variable, null where it is not set or empty.</summary>
    public string? Variable(string name) => environment(name) is { Length: > 0 } value ? value : null;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var (outputIsTerminal, errorIsTerminal) = (!Console.IsOutputRedirected, !Console.IsErrorRedirected);
        var error = new StreamWriter(Console.OpenStandardError(), Utf8, 1024) { AutoFlush = true };
        return new Terminal(
            Console.OpenStandardInput, StandardOutput.Open(), TextWriter.Synchronized(error), outputIsTerminal, errorIsTerminal,
            outputIsTerminal ? WidthOfConsole() : int.MaxValue, Environment.GetEnvironmentVariable);
    }

    /// <summary>The terminal of a process that has none: what it says goes to a file.</summary>
    public static Terminal OfFile(string path)
    {
        var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        var error = new StreamWriter(file, Utf8, 1024) { AutoFlush = true };
        return new Terminal(
            static () => Stream.Null, Stream.Null, TextWriter.Synchronized(error), false, false, int.MaxValue, Environment.GetEnvironmentVariable);
    }

    /// <summary>A writer of text onto <see cref="Output"/>, which stays open.</summary>
    public StreamWriter OutputWriter() => new(Output, Utf8, 16 * 1024, leaveOpen: true) { NewLine = "\n" };

    public void Dispose() => Output.Dispose();

    private static int WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
