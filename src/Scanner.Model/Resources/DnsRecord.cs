namespace Scanner.Model;

/// <summary>A record of Route 53 that leads to another name: an alias, or a CNAME (route53:ListHostedZones, ListResourceRecordSets).</summary>
public sealed class DnsRecord : Resource
{
    internal DnsRecord() { }

    /// <summary><c>A</c>, <c>AAAA</c> or <c>CNAME</c>.</summary>
    public Fact<string> Type { get; internal init; }

    /// <summary>The names it leads to, without a dot at the end.</summary>
    public Fact<Items<string>> Targets { get; internal init; }

    /// <summary>Whether its zone answers within VPCs only.</summary>
    public Truth IsPrivate { get; internal init; }
}
