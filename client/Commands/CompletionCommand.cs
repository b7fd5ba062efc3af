using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Terminals;

namespace Simpul.Client.Commands;

/// <summary><c>simpul completion</c>: scripts that let a shell complete the command. Each asks the command itself.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # simpul completion for bash; add to ~/.bashrc:  source <(simpul completion bash)
        _simpul() {
            local IFS=$'\n'
            COMPREPLY=($(simpul "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
            # A path completes as usual where the command has nothing to suggest.
            if [ ${#COMPREPLY[@]} -eq 0 ]; then
                COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
            else
                COMPREPLY=($(compgen -W "${COMPREPLY[*]}" -- "${COMP_WORDS[COMP_CWORD]}"))
            fi
        }
        complete -o filenames -F _simpul simpul
        """;

    private const string Zsh = """
        #compdef simpul
        # simpul completion for zsh; add to ~/.zshrc:  source <(simpul completion zsh)
        _simpul() {
            local -a found
            found=("${(@f)$(simpul "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a found
            _files
        }
        compdef _simpul simpul
        """;

    private const string Fish = """
        # simpul completion for fish; save as ~/.config/fish/completions/simpul.fish
        function __simpul_complete
            set -l line (commandline -cp)
            simpul "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c simpul -a '(__simpul_complete)'
        """;

    private const string Pwsh = """
        # simpul completion for PowerShell; add to $PROFILE:  simpul completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName simpul -ScriptBlock {
            param($word, $ast, $cursor)
            simpul "[suggest:$cursor]" "$ast" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new DocumentedCommand("completion", "Print a script that lets a shell complete commands", "source <(simpul completion bash)") { Arguments = { shell } };
        command.SetAction(async (parsed, _) =>
        {
            await using var output = terminal.OutputWriter();
            var script = parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => Pwsh };
            await output.WriteLineAsync(script.ReplaceLineEndings("\n"));
            return ExitCode.Done;
        });
        return command;
    }
}
