using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Security;

/// <summary>
/// The certificates of a process, read again when their files change: so they are renewed while it runs. Files that make no sense
/// leave those before them in place.
/// </summary>
internal sealed class Certificates(TlsSettings settings)
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    private readonly Lock _lock = new();
    private Loaded? _loaded;

    /// <summary>The certificates as the files hold them now.</summary>
    public Loaded Current
    {
        get
        {
            lock (_lock)
            {
                var stamp = Stamp();
                if (_loaded?.Stamp == stamp) return _loaded;
                try
                {
                    return _loaded = Load(settings, stamp);
                }
                catch (Exception e) when (_loaded is not null && e is IOException or UnauthorizedAccessException or CryptographicException)
                {
                    return _loaded;
                }
            }
        }
    }

    /// <summary>What is wrong with the files; empty where nothing is.</summary>
    public static IReadOnlyList<SettingError> Problems(TlsSettings settings, bool isSilo)
    {
        var errors = new List<SettingError>();
        foreach (var (variable, file) in new[]
        {
            (TlsSettings.CertificateVariable, settings.Certificate), (TlsSettings.KeyVariable, settings.Key), (TlsSettings.AuthorityVariable, settings.Authority),
        })
        {
            try
            {
                File.ReadAllText(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                errors.Add(new(variable, $"{file} cannot be read: {e.Message.TrimEnd('.')}.", "Name a PEM file that this user may read."));
            }
        }

        if (errors.Count > 0) return errors;
        try
        {
            errors.AddRange(Examine(Load(settings, ""), settings, isSilo));
        }
        catch (AuthorityException e)
        {
            errors.Add(new(TlsSettings.AuthorityVariable, e.Message, "Name the certificate of the cluster's authority, as PEM."));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            errors.Add(new(
                TlsSettings.CertificateVariable, $"{settings.Certificate} and {settings.Key} hold no certificate with its key: {e.Message.TrimEnd('.')}.",
                "Name the PEM files of a certificate and of its own key, without a password."));
        }

        return errors;
    }

    /// <summary>How the other side's chain is judged: by the cluster's authority alone, whatever the system trusts.</summary>
    public static X509ChainPolicy PolicyOf(X509Certificate2Collection authority)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // A cluster's own authority publishes no lists; a certificate is taken back by changing the authority.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(authority);
        return policy;
    }

    private static IEnumerable<SettingError> Examine(Loaded loaded, TlsSettings settings, bool isSilo)
    {
        var own = loaded.Own;
        if (DateTime.Now < own.NotBefore || DateTime.Now > own.NotAfter)
        {
            yield return new(
                TlsSettings.CertificateVariable,
                $"{settings.Certificate} is valid from {own.NotBefore.ToUniversalTime():yyyy-MM-dd HH:mm} to {own.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm} UTC.",
                "Renew it, and check this machine's clock.");
            yield break;
        }

        // A silo calls other silos, so its certificate must serve at both ends.
        foreach (var (use, end) in new[] { (ClientUse, "a client"), (ServerUse, "a server") }.Take(isSilo ? 2 : 1))
        {
            using var chain = new X509Chain { ChainPolicy = PolicyOf(loaded.Authority) };
            chain.ChainPolicy.ExtraStore.AddRange(loaded.Between);
            chain.ChainPolicy.ApplicationPolicy.Add(new Oid(use));
            if (chain.Build(own)) continue;
            var reasons = string.Join("; ", chain.ChainStatus.Select(static s => s.StatusInformation.TrimEnd('.', '\n', ' ')).Distinct());
            yield return new(
                TlsSettings.CertificateVariable, $"{settings.Certificate} does not serve as {end} under {settings.Authority}: {reasons}.",
                $"Have it signed by that authority, for use as {end}.");
        }

        if (isSilo && !own.MatchesHostname(settings.SiloName, allowWildcards: false, allowCommonName: false))
        {
            yield return new(
                TlsSettings.CertificateVariable, $"{settings.Certificate} does not bear the name {settings.SiloName}, by which silos know each other.",
                $"Have it signed with that DNS name, or name another with {TlsSettings.NameVariable}.");
        }
    }

    private static Loaded Load(TlsSettings settings, string stamp)
    {
        var own = X509Certificate2.CreateFromPemFile(settings.Certificate, settings.Key);
        if (OperatingSystem.IsWindows())
        {
            // The system's TLS there takes no key that has no place in a store.
            using var passing = own;
            own = X509CertificateLoader.LoadPkcs12(passing.Export(X509ContentType.Pfx), null);
        }

        var between = new X509Certificate2Collection();
        between.ImportFromPemFile(settings.Certificate);
        between.RemoveAt(0);
        var authority = new X509Certificate2Collection();
        authority.ImportFromPemFile(settings.Authority);
        if (authority.Count == 0) throw new AuthorityException($"{settings.Authority} holds no certificate.");
        return new Loaded(own, between, authority, SslStreamCertificateContext.Create(own, between, offline: true), stamp);
    }

    private string Stamp() => string.Join('|', new[] { settings.Certificate, settings.Key, settings.Authority }
        .Select(static f => new FileInfo(f)).Select(static f => $"{(f.Exists ? f.LastWriteTimeUtc.Ticks : 0)}/{(f.Exists ? f.Length : 0)}"));

    /// <summary>Certificates read from the files.</summary>
    internal sealed record Loaded(
        X509Certificate2 Own, X509Certificate2Collection Between, X509Certificate2Collection Authority, SslStreamCertificateContext Context, string Stamp);

    private sealed class AuthorityException(string message) : CryptographicException(message);
}
