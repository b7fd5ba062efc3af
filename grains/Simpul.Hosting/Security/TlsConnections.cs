using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Orleans.Runtime.Messaging;

namespace Simpul.Hosting.Security;

/// <summary>
/// Puts TLS between a socket and Orleans. Both sides show a certificate of the cluster's authority; where a silo must stand at the
/// other end, its certificate must bear the name of silos too.
/// </summary>
internal sealed partial class TlsConnections(TlsSettings settings, Certificates certificates, TlsEnd end, ILogger<TlsConnections> log) : IConnectionMiddleware
{
    // Large enough for a batch of articles in few turns.
    private const int BufferSize = 64 << 10;

    // The system's own range, without what is known to be weak.
    private const SslProtocols Protocols = SslProtocols.Tls12 | SslProtocols.Tls13;

    public async Task OnConnectionAsync(ConnectionContext context, ConnectionDelegate next)
    {
        var plain = context.Transport;
        await using var secured = new SslStream(new PipeDuplexStream(plain));
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.ConnectionClosed);
            limit.CancelAfter(settings.HandshakeTimeout);
            await Greet(secured, limit.Token);
        }
        catch (Exception e) when (e is AuthenticationException or IOException or OperationCanceledException)
        {
            var reason = e is OperationCanceledException ? "nothing was shown in time" : e.Message;
            LogRefused(log, end, context.RemoteEndPoint, reason);
            context.Abort(new ConnectionAbortedException($"No TLS with {context.RemoteEndPoint}: {reason}"));
            throw new TlsException($"No TLS with {context.RemoteEndPoint}: {reason}", e);
        }

        var input = PipeReader.Create(secured, new StreamPipeReaderOptions(bufferSize: BufferSize, leaveOpen: true));
        var output = PipeWriter.Create(secured, new StreamPipeWriterOptions(minimumBufferSize: BufferSize, leaveOpen: true));
        context.Transport = new Duplex(input, output);
        try
        {
            await next(context);
        }
        finally
        {
            await input.CompleteAsync();
            await output.CompleteAsync();
            context.Transport = plain;
        }
    }

    private Task Greet(SslStream stream, CancellationToken cancel)
    {
        var current = certificates.Current;
        var policy = Certificates.PolicyOf(current.Authority);
        if (end is TlsEnd.CallsSilo)
        {
            return stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = settings.SiloName,
                    ClientCertificateContext = current.Context,
                    CertificateChainPolicy = policy,
                    EnabledSslProtocols = Protocols,
                    RemoteCertificateValidationCallback = IsWelcome,
                },
                cancel);
        }

        return stream.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificateContext = current.Context,
                ClientCertificateRequired = true,
                CertificateChainPolicy = policy,
                EnabledSslProtocols = Protocols,
                // A session that is taken up again shows no certificate, and the authority may have changed since.
                AllowTlsResume = false,
                RemoteCertificateValidationCallback = IsWelcome,
            },
            cancel);
    }

    // The chain, its dates and its use are judged by then. Of a server the name is too, by a rule that takes old forms of names.
    private bool IsWelcome(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None && shown is X509Certificate2 certificate
        && (end is TlsEnd.AnswersClient || certificate.MatchesHostname(settings.SiloName, allowWildcards: false, allowCommonName: false));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection was refused ({End}, {Address}): {Reason}")]
    private static partial void LogRefused(ILogger log, TlsEnd end, System.Net.EndPoint? address, string reason);

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}

/// <summary>Which end of a connection a process is, and who must stand at the other.</summary>
internal enum TlsEnd
{
    /// <summary>A client or a silo that calls a silo.</summary>
    CallsSilo,

    /// <summary>A silo that another silo calls.</summary>
    AnswersSilo,

    /// <summary>A gateway that a client calls.</summary>
    AnswersClient,
}

/// <summary>The two sides did not come to know each other.</summary>
internal sealed class TlsException(string message, Exception inner) : IOException(message, inner);
