using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Security;

/// <summary>
/// The files by which silos and clients of a cluster know each other: one authority of the cluster's own, and a certificate that it
/// signed for each. Whoever shows none of its certificates is refused.
/// </summary>
/// <param name="Certificate">PEM: the certificate of this process, those between it and the authority behind it.</param>
/// <param name="Key">PEM: its private key.</param>
/// <param name="Authority">PEM: the certificates of the authority, more than one while it is changed.</param>
public sealed record TlsSettings(string Certificate, string Key, string Authority)
{
    /// <summary>The name that a silo's certificate bears unless another is given.</summary>
    public const string DefaultSiloName = "silo.simpul";

    /// <summary>The environment variable of the certificate's file.</summary>
    public const string CertificateVariable = "SIMPUL_TLS_CERT";

    /// <summary>The environment variable of the key's file.</summary>
    public const string KeyVariable = "SIMPUL_TLS_KEY";

    /// <summary>The environment variable of the authority's file.</summary>
    public const string AuthorityVariable = "SIMPUL_TLS_CA";

    /// <summary>The environment variable of the name that silos bear.</summary>
    public const string NameVariable = "SIMPUL_TLS_NAME";

    /// <summary>
    /// The name by which a certificate is a silo's: silos come and go with their addresses, so it is one for all of them. A client's
    /// certificate bears it not, and opens no silo port. Default: <c>silo.simpul</c>.
    /// </summary>
    public string SiloName { get; init; } = DefaultSiloName;

    /// <summary>How long the other side may take to show its certificate. Default: 10 s.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The settings of an environment; null where it names no file. What is wrong goes to <paramref name="errors"/>.</summary>
    public static TlsSettings? Read(Func<string, string?> variable, ICollection<SettingError> errors)
    {
        var files = new[] { CertificateVariable, KeyVariable, AuthorityVariable }.Select(name => (Name: name, File: variable(name))).ToList();
        if (files.TrueForAll(static f => string.IsNullOrEmpty(f.File))) return null;
        foreach (var (name, _) in files.Where(static f => string.IsNullOrEmpty(f.File)))
        {
            errors.Add(new(
                name, "It names no file, and others of its kind do.",
                $"Name all of {CertificateVariable}, {KeyVariable} and {AuthorityVariable}, or none of them."));
        }

        if (files.Exists(static f => string.IsNullOrEmpty(f.File))) return null;
        return new TlsSettings(files[0].File!, files[1].File!, files[2].File!)
        {
            SiloName = variable(NameVariable) is { Length: > 0 } silo ? silo : DefaultSiloName,
        };
    }

    /// <summary>The settings of this process's environment; null where it names no file.</summary>
    /// <exception cref="HostingException">They make no sense.</exception>
    public static TlsSettings? FromEnvironment()
    {
        var errors = new List<SettingError>();
        var settings = Read(Environment.GetEnvironmentVariable, errors);
        if (settings is not null) errors.AddRange(Certificates.Problems(settings, isSilo: false));
        if (errors.Count == 0) return settings;
        throw new HostingException(HostingFault.Settings, $"{errors[0].Setting}: {errors[0].Problem}", errors[0].Remedy);
    }
}
