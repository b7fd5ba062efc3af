using System.Net;
using Microsoft.AspNetCore.Connections;
using Orleans.Configuration;
using Orleans.Runtime.Messaging;

namespace Simpul.Hosting.Sessions;

/// <summary>
/// Fails the calls that went through a gateway whose connection has ended: their answers cannot come any more, and whether they were
/// done is unknown. Orleans does so between silos, but lets a client wait for the timeout, which for a batch is a quarter of a minute.
/// </summary>
internal sealed class LostGateways(IServiceProvider services) : IConnectionMiddleware
{
    // What silos use among themselves lies in the client too, but is not public.
    private static readonly Type s_runtime = typeof(ConnectionOptions).Assembly.GetType("Orleans.Runtime.IRuntimeClient", throwOnError: true)!;
    private static readonly System.Reflection.MethodInfo s_break = s_runtime.GetMethod("BreakOutstandingMessagesToSilo", [typeof(SiloAddress)])
        ?? throw new MissingMethodException(s_runtime.FullName, "BreakOutstandingMessagesToSilo");

    public async Task OnConnectionAsync(ConnectionContext context, ConnectionDelegate next)
    {
        var gateway = context.RemoteEndPoint as IPEndPoint;
        try
        {
            await next(context);
        }
        finally
        {
            if (gateway is not null) Break(gateway);
        }
    }

    private void Break(IPEndPoint gateway)
    {
        var address = gateway.Address.IsIPv4MappedToIPv6 ? gateway.Address.MapToIPv4() : gateway.Address;
        s_break.Invoke(services.GetService(s_runtime), [SiloAddress.New(address, gateway.Port, 0)]);
    }
}
