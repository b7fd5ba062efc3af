using System.Runtime.InteropServices;
using Simpul.Client;
using Simpul.Client.Commands;
using Simpul.Client.Connection;
using Simpul.Client.Terminals;
using Simpul.Hosting.Isolation;

if (ReaderProgram.IsMeant(args)) return await ReaderProgram.Run(Console.In, Console.Out);
using var interrupted = new CancellationTokenSource();
// The first Ctrl-C lets the command end in order; a second one is the system's own and ends it at once.
void Interrupt(PosixSignalContext signal)
{
    if (interrupted.IsCancellationRequested) return;
    signal.Cancel = true;
    interrupted.Cancel();
}

using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
// A submission in the background outlives the terminal that it was started from.
using var onHangup = Background.IsHere ? PosixSignalRegistration.Create(PosixSignal.SIGHUP, static signal => signal.Cancel = true) : null;
var terminal = Background.IsHere ? Background.OpenTerminal() : Terminal.OfProcess();
return await App.RunAsync(args, new Services(terminal, Connections.Open, TimeProvider.System), interrupted.Token);
