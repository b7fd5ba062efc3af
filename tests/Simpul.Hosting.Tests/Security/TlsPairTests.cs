using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;
using Simpul.Hosting.Security;

namespace Simpul.Hosting.Tests.Security;

/// <summary>The two ends of one connection, with what passes between them in the open.</summary>
public sealed class TlsPairTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task What_passes_arrives_and_is_not_seen_on_the_way()
    {
        var text = string.Concat(Enumerable.Repeat("Presiden bertemu para menteri. ", 10_000));

        var (arrived, seen) = await Pass(Settings(TestAuthority.Client), Settings(TestAuthority.Silo), text);

        Assert.Equal(text, arrived);
        Assert.True(seen.Length > text.Length);
        Assert.DoesNotContain("menteri", Encoding.Latin1.GetString(seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewed_files_serve_the_next_connection()
    {
        var silo = _authority.Sign(TestAuthority.Silo, "silo");
        var client = Settings(TestAuthority.Client);
        var (clients, silos) = (new Certificates(client), new Certificates(silo));
        var before = silos.Current.Own.SerialNumber;

        _authority.Sign(TestAuthority.Silo, "silo");
        File.SetLastWriteTimeUtc(silo.Certificate, DateTime.UtcNow.AddSeconds(2));
        var (arrived, _) = await Pass(client, silo, "hello", clients, silos);

        Assert.Equal("hello", arrived);
        Assert.NotEqual(before, silos.Current.Own.SerialNumber);
    }

    [Fact]
    public void Files_that_are_half_written_leave_the_certificate_before_them()
    {
        var silo = _authority.Sign(TestAuthority.Silo, "silo");
        var certificates = new Certificates(silo);
        var before = certificates.Current.Own.SerialNumber;

        File.WriteAllText(silo.Certificate, "-----BEGIN CERTIFICATE-----");

        Assert.Equal(before, certificates.Current.Own.SerialNumber);
    }

    [Fact]
    public async Task A_side_that_says_nothing_is_let_go()
    {
        var settings = Settings(TestAuthority.Silo) with { HandshakeTimeout = TimeSpan.FromMilliseconds(50) };
        var silent = new DefaultConnectionContext("silent", new Duplex(new Pipe().Reader, new Pipe().Writer), new Duplex(new Pipe().Reader, new Pipe().Writer));

        var closed = new TaskCompletionSource();
        using var closing = silent.ConnectionClosed.Register(closed.SetResult);

        await Assert.ThrowsAsync<TlsException>(() => Middleware(settings, TlsEnd.AnswersClient).OnConnectionAsync(silent, _ => Task.CompletedTask).WaitAsync(Deadline));

        await closed.Task.WaitAsync(Deadline);
    }

    private static async Task<(string Arrived, byte[] Seen)> Pass(
        TlsSettings client, TlsSettings silo, string text, Certificates? clients = null, Certificates? silos = null)
    {
        var (there, back) = (new Pipe(), new Pipe());
        var seen = new MemoryStream();
        var wire = new Pipe();
        var tap = Tap(there.Reader, wire.Writer, seen);
        var caller = Context(new Duplex(back.Reader, there.Writer));
        var called = Context(new Duplex(wire.Reader, back.Writer));
        var calling = Middleware(client, TlsEnd.CallsSilo, clients).OnConnectionAsync(caller, async context =>
        {
            await context.Transport.Output.WriteAsync(Encoding.UTF8.GetBytes(text));
            // The other side's word that it has all.
            await context.Transport.Input.ReadAtLeastAsync(2);
        });
        var arrived = "";
        var answering = Middleware(silo, TlsEnd.AnswersClient, silos).OnConnectionAsync(called, async context =>
        {
            var read = await context.Transport.Input.ReadAtLeastAsync(Encoding.UTF8.GetByteCount(text));
            arrived = Encoding.UTF8.GetString(read.Buffer);
            await context.Transport.Output.WriteAsync("OK"u8.ToArray());
        });
        await Task.WhenAll(calling, answering).WaitAsync(Deadline);
        await there.Writer.CompleteAsync();
        await tap.WaitAsync(Deadline);
        return (arrived, seen.ToArray());
    }

    private static async Task Tap(PipeReader from, PipeWriter to, MemoryStream seen)
    {
        while (true)
        {
            var read = await from.ReadAsync();
            foreach (var part in read.Buffer)
            {
                seen.Write(part.Span);
                await to.WriteAsync(part);
            }

            from.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return;
        }
    }

    private TlsSettings Settings(TestAuthority.Subject subject) => _authority.Sign(subject);

    private static TlsConnections Middleware(TlsSettings settings, TlsEnd end, Certificates? certificates = null) =>
        new(settings, certificates ?? new Certificates(settings), end, NullLogger<TlsConnections>.Instance);

    private static DefaultConnectionContext Context(IDuplexPipe transport) => new("pair", transport, transport);

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
