using System.Net;
using System.Net.Sockets;
using Simpul.Hosting.Ownership;

namespace Simpul.Silo.Tests;

public sealed class SiloCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simpul-silo-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Settings_that_make_no_sense_are_refused_a_line_each()
    {
        var (code, talk) = await Run("--bind", "192.0.2.7", "--http-port", "0");

        Assert.Equal(ExitCode.Refused, code);
        var lines = talk.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("silo: --bind: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("silo: --http-port: ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_that_is_not_there_is_refused()
    {
        var (code, talk) = await Run("--port", "1");

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("--port", talk, StringComparison.Ordinal);
        Assert.Contains("silo --help", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("schema", "apply", "--help")]
    public async Task Help_shows_what_takes_no_value_without_one(params string[] args)
    {
        var help = new StringWriter();

        Assert.Equal(0, await SiloCommand.RunAsync(args, help, TextWriter.Null, _ => null, CancellationToken.None));

        Assert.Matches("--postgres +Data", help.ToString());
        Assert.Contains("--postgres-file <FILE>", help.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused_with_its_setting()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, talk) = await Run("--gateway-port", $"{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("--gateway-port", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_another_silo_owns_is_refused()
    {
        using var owner = FolderOwner.TryBecome(_folder, OwnerKind.Silo);

        var e = await Assert.ThrowsAsync<Hosting.HostingException>(() => Ownership.Take(_folder, TimeProvider.System, default));

        Assert.Contains($"another silo (process {Environment.ProcessId})", e.Message, StringComparison.Ordinal);
        Assert.Contains("--data", e.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_being_let_go_is_waited_for()
    {
        var owner = FolderOwner.TryBecome(_folder, OwnerKind.Silo)!;
        owner.PublishStopping();

        var taking = Ownership.Take(_folder, TimeProvider.System, default);
        Assert.False(taking.IsCompleted);
        owner.Dispose();

        using var next = await taking;
        Assert.Equal(next.Instance, OwnerRecord.Read(_folder)!.Instance);
    }

    private async Task<(int Code, string Talk)> Run(params string[] args)
    {
        var talk = new StringWriter { NewLine = "\n" };
        var code = await SiloCommand.RunAsync(
            ["--data", _folder, "--silo-port", "1025", .. args], TextWriter.Null, talk, _ => null, CancellationToken.None);
        return (code, talk.ToString());
    }
}
