using Simpul.Hosting.Sessions;

namespace Simpul.Hosting.Tests.Sessions;

public sealed class GatewayAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:30000", "127.0.0.1", 30000)]
    [InlineData("silo-1.example:1", "silo-1.example", 1)]
    [InlineData("[::1]:65535", "::1", 65535)]
    public void An_address_is_a_host_and_a_port(string text, string host, int port)
    {
        var address = GatewayAddress.Parse(text);

        Assert.Equal(new GatewayAddress(host, port), address);
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("host")]
    [InlineData(":30000")]
    [InlineData("host:")]
    [InlineData("host:0")]
    [InlineData("host:65536")]
    [InlineData("host:-1")]
    [InlineData("::1:30000")]
    [InlineData("http://host:30000")]
    [InlineData("a host:30000")]
    public void Anything_else_is_none(string text) => Assert.Null(GatewayAddress.Parse(text));
}
