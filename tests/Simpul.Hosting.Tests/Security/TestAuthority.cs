using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simpul.Hosting.Security;

namespace Simpul.Hosting.Tests.Security;

/// <summary>An authority of a test's own, and what it signs.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly X509Certificate2 _authority;

    public TestAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(PathOf("ca"), _authority.ExportCertificatePem());
    }

    public string AuthorityFile => PathOf("ca");

    public static Subject Silo { get; } = new("silo.simpul", TimeSpan.FromDays(10));

    public static Subject Client { get; } = new("someone", TimeSpan.FromDays(10));

    public static Subject Expired { get; } = new("silo.simpul", TimeSpan.FromDays(-1));

    /// <summary>Signs a certificate and writes it with its key.</summary>
    public TlsSettings Sign(Subject what, string? file = null) => Write(what, file ?? Guid.NewGuid().ToString("n"), isOwn: false);

    /// <summary>Writes a certificate that no authority signed.</summary>
    public TlsSettings SignedByItself(Subject what) => Write(what, Guid.NewGuid().ToString("n"), isOwn: true);

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    private TlsSettings Write(Subject what, string file, bool isOwn)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={what.Name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(what.Name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.7.3.2")], false));
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow + what.Validity);
        using var certificate = isOwn ? request.CreateSelfSigned(from, until) : request.Create(_authority, from, until, RandomNumberGenerator.GetBytes(8));
        File.WriteAllText(PathOf(file), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf($"{file}-key"), key.ExportPkcs8PrivateKeyPem());
        return new TlsSettings(PathOf(file), PathOf($"{file}-key"), AuthorityFile) { HandshakeTimeout = TimeSpan.FromSeconds(20) };
    }

    private string PathOf(string name) => _folder[$"{name}.pem"];

    /// <summary>Whose certificate, and how long it lasts.</summary>
    internal sealed record Subject(string Name, TimeSpan Validity);
}
