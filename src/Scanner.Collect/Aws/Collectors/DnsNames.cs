using Scanner.Model;
using Dns = Amazon.Route53.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>A record of Route 53 that leads to another name.</summary>
internal static class DnsNames
{
    private const string DualStack = "dualstack.";

    /// <summary>An alias, which is an address record without addresses, or a CNAME; other records may hold anything and are not kept.</summary>
    public static bool LeadsOn(Dns.ResourceRecordSet record) => record.Type?.Value == "CNAME" || (record.Type?.Value is "A" or "AAAA" && record.ResourceRecords is not { Count: > 0 });

    public static DnsRecord Map(Answer<Dns.ResourceRecordSet> record, string zone, Answer<Dns.HostedZone> of)
    {
        var set = record.Value!;
        var id = $"route53://{zone}/{Plain(set.Name)}/{set.Type.Value}{(set.SetIdentifier is { Length: > 0 } part ? $"/{part}" : "")}";
        return new()
        {
            Id = id,
            Key = id,
            Name = record.Optional(r => (string?)Plain(r.Name)),
            Type = record.Field(r => r.Type?.Value),
            Targets = record.Some(Targets, "AliasTarget.DNSName"),
            IsPrivate = of.Truth(z => z.Config?.PrivateZone),
        };
    }

    private static IEnumerable<string> Targets(Dns.ResourceRecordSet record) => record.AliasTarget is { } alias
        ? [Plain(Wire.Need(alias.DNSName))]
        : Wire.List(record.ResourceRecords, "AliasTarget.DNSName").Select(r => Plain(Wire.Need(r.Value))).Order(StringComparer.Ordinal);

    /// <summary>Without the dot at the end, without Route 53's prefix for load balancers, and with an asterisk as people write it.</summary>
    private static string Plain(string name)
    {
        var plain = name.TrimEnd('.').Replace(@"\052", "*", StringComparison.Ordinal);
        return plain.StartsWith(DualStack, StringComparison.Ordinal) ? plain[DualStack.Length..] : plain;
    }
}
