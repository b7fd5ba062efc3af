namespace Simpul.Client.Terminals;

/// <summary>What a command says on standard error. A live line of progress stays below whatever else is said.</summary>
internal sealed class Talk(TextWriter error, bool isTerminal, bool colours)
{
    private readonly Lock gate = new();
    private string live = "";

    public bool IsTerminal => isTerminal;

    /// <summary>Says something worth knowing.</summary>
    public void Say(string line) => Write("", line, "");

    /// <summary>Says what went otherwise than meant, and did no harm.</summary>
    public void Warn(string line) => Write("warning: ", line, "\e[33m");

    /// <summary>Says what failed.</summary>
    public void Error(string line) => Write("error: ", line, "\e[31m");

    /// <summary>Says what was left out.</summary>
    public void Reject(string line) => Write("rejected: ", line, "\e[31m");

    /// <summary>Replaces the live line; only a terminal has one.</summary>
    public void ShowLive(string line)
    {
        if (!isTerminal) return;
        lock (gate)
        {
            if (line == live) return;
            live = line;
            Guarded(() => error.Write($"\r\e[K{line}"));
        }
    }

    private void Write(string label, string line, string colour)
    {
        lock (gate)
        {
            Guarded(() =>
            {
                if (live.Length > 0) error.Write("\r\e[K");
                error.WriteLine(label.Length > 0 && colours ? $"{colour}{label}\e[0m{line}" : label + line);
                if (live.Length > 0) error.Write(live);
            });
        }
    }

    // Nobody left to listen is no reason to fail.
    private static void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
        }
    }
}
