using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using Simpul.Client.Commands;
using Simpul.Client.Help;
using Simpul.Client.Terminals;

namespace Simpul.Client;

/// <summary>The command <c>simpul</c>: its parts put together, and every way it can end turned into an exit code.</summary>
internal static class App
{
    /// <summary>Runs one command line. Never throws.</summary>
    public static async Task<int> RunAsync(string[] args, Services services, CancellationToken cancel)
    {
        // Figures and dates look the same on every machine.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var terminal = services.Terminal;
        try
        {
            var code = await RunCommandAsync(args, services, cancel);
            await terminal.Output.FlushAsync(CancellationToken.None);
            return code;
        }
        catch (OutputClosedException)
        {
            return ExitCode.Done;
        }
        catch (CommandException e)
        {
            terminal.Talk.Error(e.Message);
            if (e.Remedy is { } remedy) terminal.Talk.Say(remedy);
            return e.ExitCode;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            terminal.Talk.Say("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Talk.Error(e.Message);
            return ExitCode.Unreachable;
        }
        catch (Exception e) when (Connection.ClusterErrors.AsCommandException(e) is { } known)
        {
            terminal.Talk.Error(known.Message);
            if (known.Remedy is { } remedy) terminal.Talk.Say(remedy);
            return known.ExitCode;
        }
        catch (AggregateException e) when (e.InnerExceptions.All(i => i is OperationCanceledException) && cancel.IsCancellationRequested)
        {
            terminal.Talk.Say("Interrupted.");
            return ExitCode.Interrupted;
        }
    }

    /// <summary>The tree of commands.</summary>
    public static RootCommand Root(Services services)
    {
        var terminal = services.Terminal;
        var root = new RootCommand("Reads news in Indonesian and English and counts who did what to whom.");
        root.Subcommands.Add(DemoCommand.Create(services));
        root.Subcommands.Add(SubmitCommand.Create(services));
        root.Subcommands.Add(StatusCommand.Create(services));
        root.Subcommands.Add(TopCommand.Create(services));
        root.Subcommands.Add(DossierCommand.Country(services));
        root.Subcommands.Add(DossierCommand.Actor(services));
        root.Subcommands.Add(DyadCommand.Create(services));
        root.Subcommands.Add(EventsCommand.Create(services));
        root.Subcommands.Add(ArticleCommand.Create(services));
        root.Subcommands.Add(AnalyzeCommand.Create(terminal));
        root.Subcommands.Add(EvaluateCommand.Create(terminal));
        root.Subcommands.Add(ExportCommand.Create(services));
        root.Subcommands.Add(RetractCommand.Create(services));
        root.Subcommands.Add(DeadLettersCommand.Create(services));
        root.Subcommands.Add(CorpusCommand.Create(services));
        root.Subcommands.Add(DoctorCommand.Create(services));
        root.Subcommands.Add(CompletionCommand.Create(terminal));
        root.Subcommands.Add(HelpCommand.Create(terminal, root));
        foreach (var option in root.Options.OfType<HelpOption>().ToList())
        {
            // The aliases for Windows would swallow paths such as /h.
            root.Options.Remove(option);
            root.Options.Add(new HelpOption("--help", "-h") { Action = new HelpWithExamples(terminal) });
        }

        return root;
    }

    private static async Task<int> RunCommandAsync(string[] args, Services services, CancellationToken cancel)
    {
        var terminal = services.Terminal;
        var root = Root(services);
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Action is System.CommandLine.Invocation.ParseErrorAction || UsageErrors.UnknownOption(parsed) is not null) return UsageErrors.Report(parsed, terminal.Talk);

        await using var output = terminal.OutputWriter();
        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancel);
    }
}
