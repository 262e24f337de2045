using System.Text.Json;
using Scanner.Collect.Yaml;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.CloudFormation;

/// <summary>AWS::EC2::SecurityGroup, with the rules that stand by themselves.</summary>
internal sealed class SecurityGroupResources(Template template, DeclaredSink sink)
{
    private static readonly (string Type, string Property, string Peer)[] s_apart =
        [("AWS::EC2::SecurityGroupIngress", "ingress", "Source"), ("AWS::EC2::SecurityGroupEgress", "egress", "Destination")];

    public void Observe()
    {
        foreach (var group in template.Of("AWS::EC2::SecurityGroup"))
            sink.Observe(group.Evidence, Map(group), group.Places(("name", "GroupName"), ("vpc", "VpcId"), ("ingress", "SecurityGroupIngress"), ("egress", "SecurityGroupEgress")));
        foreach (var (type, property, peer) in s_apart)
            foreach (var rule in template.Of(type)) Part(rule, property, peer);
    }

    /// <summary>A rule for a group that the template does not make comes to what the group has.</summary>
    private void Part(TemplateResource rule, string property, string peer)
    {
        var group = rule.Text<SecurityGroup>("GroupId");
        if (group.IsKnown && template.Of("AWS::EC2::SecurityGroup").Any(g => g.Id == group.Value)) return; // it is told with its group
        var said = rule.Fact<SecurityGroup, SecurityGroupRule>(Paths(peer), p => Rule(p, peer));
        var gap = group.Gap ?? said.Gap;
        sink.Part(new(nameof(SecurityGroup), group.IsKnown ? group.Value : null, property, rule.Evidence, rule.File.At(rule.KeyPlace.Line))
        {
            Added = gap is null ? [JsonSerializer.SerializeToElement(said.Value, SnapshotJson.Options)] : [],
            Gap = gap is null ? null : gap with { Cause = GapCause.NotAsked },
        });
    }

    private SecurityGroup Map(TemplateResource r) => new()
    {
        Id = r.Id,
        Key = r.Key,
        Name = r.Fact<SecurityGroup, string?>("GroupName", p => p.Need("GroupName").Text()),
        Vpc = r.Fact<SecurityGroup, Ref<Vpc>>("VpcId", p => new Ref<Vpc>(p.Need("VpcId").Text())),
        Ingress = Rules(r, "SecurityGroupIngress", "Source", []),
        // without rules of its own, a group lets everything out
        Egress = Rules(r, "SecurityGroupEgress", "Destination", [new("-1", null, null, PeerKind.Cidr, "0.0.0.0/0", null)]),
    };

    /// <summary>The rules within the group and those that name it; one that may name it leaves them open.</summary>
    private Fact<Items<SecurityGroupRule>> Rules(TemplateResource group, string kind, string peer, Items<SecurityGroupRule> fallback)
    {
        var type = $"AWS::EC2::{kind}";
        if (template.MayHaveMore(type)) return new(group.Unseen<SecurityGroup>());
        var apart = template.Of(type).Select(r => (Rule: r, Of: r.Text<SecurityGroup>("GroupId"))).ToList();
        if (apart.Find(a => !a.Of.IsKnown).Of is { Gap: { } open } && apart.Exists(a => !a.Of.IsKnown)) return new(open);
        var said = apart.Where(a => a.Of.Value == group.Id).Select(a => a.Rule.Fact<SecurityGroup, SecurityGroupRule>(Paths(peer), p => Rule(p, peer)))
            .Select(f => f.Map(rule => (Items<SecurityGroupRule>)[rule]))
            .Prepend(group.Fact<SecurityGroup, Items<SecurityGroupRule>>(kind, p => p.List(kind) is { Count: > 0 } inline ? inline.Select(i => Rule(i, peer)).ToItems() : fallback)).ToList();
        return said.Exists(s => !s.IsKnown) ? new(said.Find(s => !s.IsKnown).Gap!) : group.Answer<SecurityGroup>().Items(_ => said.SelectMany(s => s.Value));
    }

    private static string Paths(string peer) => $"IpProtocol FromPort ToPort CidrIp CidrIpv6 {peer}SecurityGroupId {peer}PrefixListId";

    private static SecurityGroupRule Rule(YamlPlace rule, string peer)
    {
        var protocol = rule.Need("IpProtocol").Text();
        var (kind, of) = Peer(rule, peer);
        var (from, to) = (rule.Integer("FromPort"), rule.Integer("ToPort"));
        if (protocol is "tcp" or "udp" or "6" or "17" && (from is null || to is null)) throw new AbsentFieldException("FromPort and ToPort");
        return new(protocol, from is -1 ? null : from, to is -1 ? null : to, kind, of, rule.Text($"{peer}SecurityGroupOwnerId"));
    }

    private static (PeerKind, string) Peer(YamlPlace rule, string peer) =>
        rule.Text("CidrIp") is { } cidr ? (PeerKind.Cidr, cidr)
        : rule.Text("CidrIpv6") is { } cidr6 ? (PeerKind.Cidr, cidr6)
        : rule.Text($"{peer}SecurityGroupId") is { } group ? (PeerKind.SecurityGroup, group)
        : rule.Text($"{peer}PrefixListId") is { } list ? (PeerKind.PrefixList, list)
        : throw new AbsentFieldException("CidrIp or another peer");
}
