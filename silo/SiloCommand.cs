using System.CommandLine;
using System.CommandLine.Invocation;
using Simpul.Hosting;
using Simpul.Hosting.Networking;
using Simpul.Hosting.Settings;
using Simpul.Silo.Operations;

namespace Simpul.Silo;

/// <summary>The program <c>silo</c>: checks everything that Orleans does not, then runs until it is told to stop.</summary>
internal static class SiloCommand
{
    /// <summary>Runs the program and answers its exit code.</summary>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter talk, Func<string, string?> variable, CancellationToken cancel)
    {
        var options = new SiloOptions();
        var root = new RootCommand("Runs a silo: grains that read news and count who did what to whom, with a dashboard, health and metrics.");
        options.AddTo(root);
        Flag.ShowIn(root);
        root.Subcommands.Add(SchemaCommand.Create(variable, output, talk));
        root.SetAction((parsed, token) =>
        {
            var settings = options.Read(parsed, variable, out var errors);
            var log = options.ReadLog(parsed, variable, out var logErrors);
            return Run(settings, log, [.. errors, .. logErrors], output, talk, token);
        });

        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors) await talk.WriteLineAsync($"silo: {error.Message}");
            await talk.WriteLineAsync("silo --help lists the options.");
            return ExitCode.Refused;
        }

        // The host handles signals itself: it saves before it ends.
        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = output, Error = talk, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancel);
    }

    private static async Task<int> Run(
        SiloSettings settings, SiloLogSettings log, IReadOnlyList<SettingError> errors, TextWriter output, TextWriter talk, CancellationToken cancel)
    {
        if (errors.Count > 0) return await Refuse(errors, talk);
        using var ports = SiloPorts.Reserve(settings, out var taken);
        if (taken.Count > 0) return await Refuse(taken, talk);
        try
        {
            await using var silo = await SiloHost.Start(settings, log, output, cancel);
            await silo.UntilStopped(cancel);
            return ExitCode.Done;
        }
        catch (HostingException e)
        {
            await talk.WriteLineAsync($"silo: {e.Message}");
            await talk.WriteLineAsync(e.Remedy);
            return ExitCode.Refused;
        }
    }

    private static async Task<int> Refuse(IReadOnlyList<SettingError> errors, TextWriter talk)
    {
        foreach (var error in errors) await talk.WriteLineAsync($"silo: {error}");
        return ExitCode.Refused;
    }
}
