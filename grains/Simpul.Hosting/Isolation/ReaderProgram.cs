using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading.Channels;
using Simpul.Contracts;
using Simpul.Grains.Articles;

namespace Simpul.Hosting.Isolation;

/// <summary>
/// The process that reads articles apart: <c>silo</c> or <c>simpul</c> with one argument. A line of JSON in for each article, a line
/// out; it ends with its input, so that it never outlives the silo that started it, whatever it is busy with.
/// </summary>
public static class ReaderProgram
{
    /// <summary>The argument that makes a program this one.</summary>
    public const string Argument = "--read-apart";

    /// <summary>True where a command line asks for it.</summary>
    public static bool IsMeant(IReadOnlyList<string> args) => args is [Argument];

    /// <summary>Runs until the input ends.</summary>
    public static async Task<int> Run(TextReader input, TextWriter output, IArticleReading? reading = null)
    {
        // Keys of the terminal are meant for the process that started this one, which ends it in order.
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        // What is read here must be what is read in a silo.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        reading ??= new DefaultArticleReading();
        var lines = Channel.CreateUnbounded<string>();
        var listener = new Thread(() => Listen(input, lines.Writer)) { IsBackground = true, Name = "input" };
        listener.Start();
        await foreach (var line in lines.Reader.ReadAllAsync())
        {
            var request = JsonSerializer.Deserialize<Request>(line)!;
            var answer = InProcessReading.ReadHere(reading, request.Article, request.Buckets, onError: null);
            await output.WriteLineAsync(JsonSerializer.Serialize(answer));
            await output.FlushAsync();
        }

        return 0;
    }

    private static void Listen(TextReader input, ChannelWriter<string> lines)
    {
        while (input.ReadLine() is { } line) lines.TryWrite(line);
        // An article that is read for ever must not keep the process.
        Environment.Exit(0);
    }

    internal sealed record Request(SubmittedArticle Article, int Buckets);
}
