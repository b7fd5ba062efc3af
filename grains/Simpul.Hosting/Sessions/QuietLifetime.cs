using Microsoft.Extensions.Hosting;

namespace Simpul.Hosting.Sessions;

/// <summary>A host inside of a command: signals are the command's to handle, and it ends the host itself.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
