namespace Scanner.Model;

/// <summary>Whether one direction of a subnet's network ACL lets packets through. It is stateless: answers are asked for as well.</summary>
internal sealed class AclLegs(Terrain terrain)
{
    /// <summary>AWS's own last entries, which deny what no other entry matches, have this number or the next.</summary>
    private const int FinalDeny = 32767;

    public Leg Of(Placement place, Addresses peer, Traffic traffic, bool egress, bool answers)
    {
        var acl = terrain.AclOf(place.SubnetRef!.Value);
        var what = $"{(egress ? "egress" : "ingress")} {traffic.Text(answers)} {(egress ? "to" : "from")} {peer.Text}";
        if (!acl.IsKnown) return new(Truth.Unknown(acl.Source), place.Owner, $"which network ACL filters {what} was not read");
        var entries = acl.Value.Entries;
        return !entries.IsKnown ? new(Truth.Unknown(entries.Source), acl.Value.Id, "its entries were not read")
            : Decide(acl.Value.Id, [.. entries.Value.Where(e => e.IsEgress == egress).OrderBy(e => e.RuleNumber)], peer, traffic, what, answers);
    }

    private static Leg Decide(string acl, NetworkAclEntry[] entries, Addresses peer, Traffic traffic, string what, bool answers)
    {
        var verdicts = new HashSet<bool?>();
        NetworkAclEntry? denying = null;
        foreach (var address in peer.Samples(entries.Select(e => e.Cidr)))
        {
            foreach (var port in answers && traffic.HasPorts ? Ports(entries) : [traffic.Port])
            {
                var (allows, entry) = First(entries, address, peer.IsIpv6, traffic, port);
                if (verdicts.Add(allows) && allows == false) denying = entry;
            }
        }
        return verdicts.Count == 1 && verdicts.Single() is { } sure
            ? Sure(acl, sure, denying, what)
            : Mixed(acl, verdicts.Contains(false), denying, peer, what);
    }

    private static Leg Sure(string acl, bool allows, NetworkAclEntry? denying, string what)
    {
        if (allows) return new(true, acl, $"allows {what}");
        var before = denying is { RuleNumber: < FinalDeny } entry ? $" before entry {entry.RuleNumber}" : "";
        return new(false, acl, $"{Name(denying)} denies {what}", $"allow {what} in {acl}{before}");
    }

    private static Leg Mixed(string acl, bool denies, NetworkAclEntry? denying, Addresses peer, string what)
    {
        var text = denies ? $"{Name(denying)} denies part of {what}" : $"whether it allows {what} cannot be told";
        return new(Truth.Unknown(peer.Unread ?? NetworkGap.Undecidable(acl, $"{text} in {acl}")), acl, text);
    }

    private static string Name(NetworkAclEntry? entry) => entry is null or { RuleNumber: >= FinalDeny } ? "the final deny" : $"entry {entry.RuleNumber}";

    /// <summary>What the first matching entry says; null where an entry that may match says otherwise.</summary>
    private static (bool? Allows, NetworkAclEntry? Entry) First(NetworkAclEntry[] entries, UInt128 address, bool isIpv6, Traffic traffic, int port)
    {
        bool? perhaps = null;
        foreach (var entry in entries)
        {
            if (entry.Cidr.IsIpv6 != isIpv6 || address < entry.Cidr.First || entry.Cidr.Last < address) continue;
            // which ICMP types an entry means is not kept, so that an entry on ICMP itself may or may not match
            var matches = traffic.HasTypes && entry.Protocol != "-1" && !traffic.Matches(entry.Protocol, null, null).IsFalse
                ? Truth.Unknown(Gap.NeverRead) : traffic.Matches(entry.Protocol, entry.FromPort, entry.ToPort, port);
            if (matches.IsFalse) continue;
            if (perhaps is { } before && before != entry.Allows) return (null, entry);
            if (matches.IsTrue) return (entry.Allows, entry);
            perhaps = entry.Allows;
        }
        return perhaps == true ? (null, null) : (false, null);
    }

    /// <summary>A port of every stretch that no entry divides.</summary>
    private static SortedSet<int> Ports(NetworkAclEntry[] entries)
    {
        var ports = new SortedSet<int> { Traffic.FirstEphemeral };
        foreach (var port in entries.SelectMany(e => new[] { e.FromPort, e.ToPort + 1 }).OfType<int>())
            if (port is > Traffic.FirstEphemeral and <= Traffic.LastPort) ports.Add(port);
        return ports;
    }
}
