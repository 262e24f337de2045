using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Rules that a plan gives to security groups which it does not manage, or takes from them.</summary>
internal static class LooseRules
{
    public static void Observe(Observer observer)
    {
        foreach (var direction in (string[])["ingress", "egress"])
            foreach (var type in (string[])["aws_security_group_rule", $"aws_vpc_security_group_{direction}_rule"])
                foreach (var rule in observer.World.Of(type).Concat(observer.World.GoneOf(type)).Where(r => !r.IsData).Select(observer.Read<SecurityGroup>))
                    Observe(observer, rule, direction);
    }

    private static void Observe(Observer observer, Reading rule, string direction)
    {
        var resource = rule.Resource;
        if (!resource.IsGone) Part(observer, rule, resource.Values, direction, isAdded: true);
        if (resource.IsChanged && (resource.IsGone ? resource.Values : resource.Before) is { } had) Part(observer, rule, had, direction, isAdded: false);
    }

    private static void Part(Observer observer, Reading rule, Attributes attributes, string direction, bool isAdded)
    {
        var group = rule.Map(_ => rule.Need<SecurityGroup>(attributes, "security_group_id"));
        if (group.IsKnown && observer.Find<SecurityGroup>("aws_security_group", group.Value.Id) is { Resource.IsData: false }) return; // it is told with its group
        if (!group.IsKnown && !LooseParts.MayBeLive(observer, attributes, "security_group_id")) return;
        var rules = rule.Items(_ => SecurityGroups.Of(rule, attributes, direction, group.IsKnown ? group.Value.Id : "").ToList());
        if (rules is { IsKnown: true, Value.IsEmpty: true }) return;
        JsonElement[] all = rules.IsKnown ? [.. rules.Value.AsEnumerable().Select(r => JsonSerializer.SerializeToElement(r, SnapshotJson.Options))] : [];
        observer.Part<SecurityGroup>(rule, group.IsKnown ? group.Value.Id : null, direction, isAdded ? all : [], isAdded ? [] : all, group.Gap ?? rules.Gap);
    }
}
