using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Records of Route 53 that lead to other names, and directories of users.</summary>
internal static class Names
{
    private const string DualStack = "dualstack.";

    public static void Observe(Observer observer)
    {
        foreach (var record in observer.Each<DnsRecord>("aws_route53_record").Where(r => !r.Resource.IsData && LeadsOn(r)))
            observer.Observe(record, Record(observer, record), ("name", "name"), ("type", "type"), ("targets", record.Resource.Values.Expression("records") is null ? "alias" : "records"));
        foreach (var directory in observer.Each<UserDirectory>("aws_directory_service_directory"))
            observer.Observe(directory, Directory(observer, directory), ("type", "type"), ("vpc", "vpc_settings"));
    }

    /// <summary>An alias or a CNAME, as of live zones; other records may hold anything and are not kept.</summary>
    private static bool LeadsOn(Reading record) =>
        record.Map(a => a.Need("type") == "CNAME" || (a.Need("type") is "A" or "AAAA" && a.Blocks("alias").Count > 0)) is { IsKnown: true, Value: true };

    private static DnsRecord Record(Observer observer, Reading record)
    {
        // the provider's own id is of another form than that of live collectors
        var id = record.Map(Identity) is { IsKnown: true, Value: var known } ? known : null;
        return new()
        {
            Id = id ?? $"declared://{observer.Scope.Target}/terraform/{record.Resource.Address}",
            Key = id ?? $"terraform/{record.Resource.Address}",
            Name = record.Map(a => (string?)FullName(a)),
            Type = record.Map(a => a.Need("type")),
            Targets = record.Items(a => Targets(a).ToList()),
            IsPrivate = record.Truth(a => IsPrivate(record, a)),
        };
    }

    private static string Identity(Attributes record) =>
        $"route53://{record.Need("zone_id")}/{FullName(record)}/{record.Need("type")}{(record.Filled("set_identifier") is { } set ? "/" + set : "")}";

    private static string FullName(Attributes record) => Plain(record.Has("fqdn") && !record.IsUnknown("fqdn") ? record.Need("fqdn") : throw UnsaidException.AfterApply(record.Join("fqdn")));

    private static IEnumerable<string> Targets(Attributes record) => record.Blocks("alias") is { Count: > 0 } alias
        ? alias.Select(a => Plain(a.Need("name"))) : record.AllTexts("records").Select(Plain).Order(StringComparer.Ordinal);

    private static bool IsPrivate(Reading record, Attributes attributes)
    {
        var zone = record.Target(attributes, "zone_id", "aws_route53_zone", "zone_id", "id");
        return zone.IsData ? zone.Values.NeedSwitch("private_zone") : zone.Values.Blocks("vpc").Count > 0;
    }

    private static string Plain(string name)
    {
        var plain = name.TrimEnd('.').Replace(@"\052", "*", StringComparison.Ordinal);
        return plain.StartsWith(DualStack, StringComparison.Ordinal) ? plain[DualStack.Length..] : plain;
    }

    private static UserDirectory Directory(Observer observer, Reading directory) => new()
    {
        Id = observer.Id(directory),
        Key = World.RealId(directory.Resource) ?? directory.Key(),
        Name = directory.Map(a => (string?)a.Need("name")),
        Type = directory.Map(a => a.Need("type")),
        Stage = directory.Never<string>("the stage of a directory"),
        Addresses = directory.Items(a => a.AllTexts("dns_ip_addresses").Order(StringComparer.Ordinal)),
        Vpc = directory.Map(a => (Ref<Vpc>?)directory.Need<Vpc>(a.Block("vpc_settings") ?? a.NeedBlock("connect_settings"), "vpc_id")),
    };
}
