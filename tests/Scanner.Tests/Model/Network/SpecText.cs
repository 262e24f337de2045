using System.Globalization;
using Scanner.Model;

namespace Scanner.Tests.Model.Network;

/// <summary>Makes routes, entries and rules of their one-line texts.</summary>
internal static class SpecText
{
    public static Cidr Block(string text) => Cidr.Parse(text) ?? throw new FormatException(text);

    public static Route Route(string text)
    {
        var words = text.Split(' ');
        var isList = words[0].StartsWith("pl-", StringComparison.Ordinal);
        return new(isList ? null : Block(words[0]), isList ? words[0] : null, words[1], Kind(words[1]), words.Length < 3);
    }

    public static NetworkAclEntry Entry(string text)
    {
        var words = text.Split(' ');
        var (from, to) = Ports(words[4]);
        return new(int.Parse(words[1], CultureInfo.InvariantCulture), words[0] == "out", words[3], from, to, Block(words[5]), words[2] == "allow");
    }

    public static Items<SecurityGroupRule> Rules(GroupSpec group, string direction) =>
        group.Rules.Where(r => r.StartsWith(direction + " ", StringComparison.Ordinal)).Select(Rule).ToItems();

    private static SecurityGroupRule Rule(string text)
    {
        var words = text.Split(' ');
        var (from, to) = Ports(words[2]);
        var peer = words[3].Split('@');
        var kind = peer[0].StartsWith("sg-", StringComparison.Ordinal) ? PeerKind.SecurityGroup
            : peer[0].StartsWith("pl-", StringComparison.Ordinal) ? PeerKind.PrefixList : PeerKind.Cidr;
        return new(words[1], from, to, kind, peer[0], peer.Length > 1 ? peer[1] : null);
    }

    private static (int? From, int? To) Ports(string text) => text == "*" ? (null, null)
        : text.Split('-') is [var from, var to] ? (int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture)) : throw new FormatException(text);

    private static RouteTargetKind Kind(string target) => target.Split('-')[0] switch
    {
        "local" => RouteTargetKind.Local,
        "igw" => RouteTargetKind.InternetGateway,
        "eigw" => RouteTargetKind.EgressOnlyInternetGateway,
        "nat" => RouteTargetKind.NatGateway,
        "pcx" => RouteTargetKind.VpcPeering,
        "tgw" => RouteTargetKind.TransitGateway,
        "vgw" => RouteTargetKind.VpnGateway,
        "eni" => RouteTargetKind.NetworkInterface,
        "vpce" => RouteTargetKind.VpcEndpoint,
        _ => RouteTargetKind.Other,
    };
}
