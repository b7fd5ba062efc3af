using System.Net;
using Simpul.Silo.Http;

namespace Simpul.Silo.Tests;

public sealed class HostNamesTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public void A_silo_on_loopback_answers_to_loopback(string host) => Assert.True(HostNames.IsOwn(host, IPAddress.Loopback));

    [Theory]
    [InlineData("")]
    [InlineData("news.example")]
    [InlineData("localhost.example")]
    [InlineData("10.0.0.1")]
    public void It_answers_to_no_other_name(string host) => Assert.False(HostNames.IsOwn(host, IPAddress.Loopback));
}
