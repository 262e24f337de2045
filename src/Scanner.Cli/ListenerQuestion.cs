using System.Globalization;
using Scanner.Model;

namespace Scanner.Cli;

/// <summary>Whether anything answers at a port of a load balancer: what the network lets through ends there unless a listener takes it.</summary>
internal static class ListenerQuestion
{
    public static Reachability Heard(Reachability reach, NetworkEndpoint to, string protocol, int? port)
    {
        if (to.Noun is not LoadBalancer balancer || port is not { } given || reach.Answer.IsFalse) return reach;
        var listens = balancer.Listeners.Is(all => all.Any(l => l.Port == given && Speaks(l.Protocol, protocol)));
        if (listens.IsTrue) return reach;
        var number = given.ToString(CultureInfo.InvariantCulture);
        return listens.IsUnknown ? reach with { Answer = listens } : new(listens, reach.Path with { Hops = [.. reach.Path.Hops, new(balancer.Label, $"has no listener at {protocol}/{number}", false)] }, balancer.Id, $"add a listener at {protocol}/{number} to {balancer.Label}");
    }

    private static bool Speaks(string listener, string protocol) => protocol switch
    {
        "udp" or "17" => listener is "UDP" or "TCP_UDP" or "QUIC" or "TCP_QUIC",
        "tcp" or "6" => listener is not ("UDP" or "QUIC"),
        _ => false,
    };
}
