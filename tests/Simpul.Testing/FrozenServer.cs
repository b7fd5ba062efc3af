using System.Globalization;
using System.Runtime.InteropServices;

namespace Simpul.Testing;

/// <summary>A server whose processes all stand still until this is disposed: connections stay open, and nobody answers.</summary>
public sealed class FrozenServer : IAsyncDisposable
{
    private const int Sigcont = 18;
    private const int Sigstop = 19;

    private readonly List<int> _processes = [];

    internal FrozenServer(int first)
    {
        // The first before the others: it must not notice that they stand still, nor make new ones.
        Stop(first);
        foreach (var process in Directory.GetDirectories("/proc").Select(Path.GetFileName))
            if (int.TryParse(process, CultureInfo.InvariantCulture, out var id) && ParentOf(id) == first) Stop(id);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_processes)) _ = Signal(process, Sigcont);
        return ValueTask.CompletedTask;
    }

    private void Stop(int process)
    {
        if (Signal(process, Sigstop) == 0) _processes.Add(process);
    }

    // The field behind the name, which stands in parentheses and may hold anything, and the state.
    private static int ParentOf(int process)
    {
        try
        {
            var status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
