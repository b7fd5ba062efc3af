using System.Text.RegularExpressions;
using Simpul.Cluster.Tests.Processes;
using Simpul.Hosting.Security;

namespace Simpul.Cluster.Tests.Operations;

/// <summary>The variables that the program <c>silo</c> reads, as it tells of them itself.</summary>
internal static partial class KnownVariables
{
    // These have no option, which would be seen by every user of the machine.
    private static readonly string[] s_secret =
    [
        AccessToken.FileVariable, TlsSettings.CertificateVariable, TlsSettings.KeyVariable, TlsSettings.AuthorityVariable, TlsSettings.NameVariable,
    ];

    public static async Task<IReadOnlySet<string>> OfSilo()
    {
        await using var help = new Running(Programs.Silo, ["--help"]);
        Assert.Equal(0, await help.Exit());
        return Name().Matches(help.Output).Select(static m => m.Value).Concat(s_secret).ToHashSet();
    }

    [GeneratedRegex("SIMPUL_[A-Z_]+")]
    private static partial Regex Name();
}
