using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using Simpul.Client.Connection;
using Simpul.Hosting.Settings;

namespace Simpul.Client.Commands;

/// <summary>
/// <c>simpul submit --detach</c>: starts the same command in the background, where it owns the input until its end, and ends itself
/// once the submission has its id.
/// </summary>
internal static class DetachedClient
{
    /// <summary>How the client in the background says the submission's id, in its log.</summary>
    public const string Announcement = "Submission ";

    /// <summary>Set in the client in the background, to the file that takes what it says.</summary>
    public const string BackgroundVariable = "SIMPUL_BACKGROUND";

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    public static async Task<int> Start(Services services, ParseResult parsed, string[] paths, string? log, SessionTarget target, CancellationToken cancel)
    {
        if (paths.Contains("-"))
            throw CommandException.Usage("a submission in the background cannot read standard input, which ends with this terminal.", "Write the input to a file, or leave --detach out.");
        log = Path.GetFullPath(log ?? DefaultLog(target, services.Time));
        if (File.Exists(log)) throw CommandException.Usage($"the log {log} is there already.", "Name another with --log.");
        MakeFolder(Path.GetDirectoryName(log)!);
        using var process = Process.Start(Command(parsed, log)) ?? throw CommandException.Unreachable("the background process did not start.");
        process.StandardInput.Close();
        var talk = services.Terminal.Talk;
        while (true)
        {
            var ended = process.HasExited;
            if (Announced(log) is { } id)
            {
                await using var output = services.Terminal.OutputWriter();
                await output.WriteLineAsync(id);
                talk.Say($"Submission {id} runs in the background, process {process.Id.ToString(CultureInfo.InvariantCulture)}; it writes to {log}");
                talk.Say($"simpul status --watch{target.Options} shows it, simpul submit --stop {id}{target.Options} ends it.");
                return ExitCode.Done;
            }

            if (ended)
            {
                foreach (var line in Lines(log)) talk.Say(line);
                return process.ExitCode;
            }

            await Task.Delay(Glance, services.Time, cancel);
        }
    }

    private static ProcessStartInfo Command(ParseResult parsed, string log)
    {
        var program = Environment.ProcessPath ?? throw CommandException.Unreachable("the program does not know where it lies.", "Start it without --detach.");
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(program)
        {
            // Of its own: what it says goes to the log, and a closed terminal must not end it.
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        if (isHost) start.ArgumentList.Add(typeof(App).Assembly.Location);
        foreach (var argument in Arguments(parsed)) start.ArgumentList.Add(argument);
        start.Environment[BackgroundVariable] = log;
        return start;
    }

    private static IEnumerable<string> Arguments(ParseResult parsed)
    {
        var isLogName = false;
        foreach (var token in parsed.Tokens)
        {
            var isOwn = token is { Type: TokenType.Option, Value: "--detach" or "--log" };
            if (!isOwn && !isLogName) yield return token.Value;
            isLogName = isOwn && token.Value == "--log";
        }
    }

    private static string DefaultLog(SessionTarget target, TimeProvider time)
    {
        var folder = target.Cluster.Count > 0 ? DataFolder.Resolve(null) : DataFolder.Resolve(target.DataFolder);
        var name = string.Create(CultureInfo.InvariantCulture, $"submit-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-{Environment.ProcessId}.log");
        return Path.Join(folder, "logs", name);
    }

    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string? Announced(string log) =>
        Lines(log).FirstOrDefault(static l => l.StartsWith(Announcement, StringComparison.Ordinal))?[Announcement.Length..];

    private static List<string> Lines(string log)
    {
        if (!File.Exists(log)) return [];
        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var text = reader.ReadToEnd();
        // A line that is being written is not whole yet.
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
