using Scanner.Collect.ParallelCluster;
using Scanner.Collect.Yaml;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.ParallelCluster;

/// <summary>The keys of a configuration behind each property: where to change what a rule complains of.</summary>
/// <param name="keys">Where keys are written.</param>
/// <param name="config">The configuration.</param>
internal sealed class PropertyPlaces(KeyPlaces keys, YamlPlace config)
{
    private static readonly (string Property, string Path)[] s_cluster =
    [
        ("accounting", "Scheduling/SlurmSettings/Database/Uri"),
        ("accountingSettings", "Scheduling/SlurmSettings/Database"),
        ("customAmi", "Image/CustomAmi"),
        ("customSlurmSettings", "Scheduling/SlurmSettings/CustomSlurmSettings"),
        ("directory", "DirectoryService"),
        ("externalSlurmdbd", "Scheduling/SlurmSettings/ExternalSlurmdbd"),
        ("hasCustomAmi", "Image/CustomAmi"),
        ("headNodeSubnet", "HeadNode/Networking/SubnetId"),
        ("loginPools", "LoginNodes/Pools"),
        ("os", "Image/Os"),
        ("region", "Region"),
        ("scaledownIdletime", "Scheduling/SlurmSettings/ScaledownIdletime"),
        ("scheduler", "Scheduling/Scheduler"),
        ("sharedStorage", "SharedStorage"),
        ("sharedStorageType", "HeadNode/SharedStorageType"),
        ("slurmSettingsFile", "Scheduling/SlurmSettings/CustomSlurmSettingsIncludeFile"),
        ("tags", "Tags"),
        ("usesExternalSlurmdbd", "Scheduling/SlurmSettings/ExternalSlurmdbd"),
    ];

    /// <summary>By the part that declares the group itself.</summary>
    private static readonly (string Property, string Path)[] s_node =
    [
        ("dcv", "Dcv"), ("hasCapacityReservation", "CapacityReservationTarget"), ("gracetimePeriod", "GracetimePeriod"), ("hasElasticIp", "Networking/ElasticIp"), ("hasSshKey", "Ssh/KeyName"), ("sshAllowedIps", "Ssh/AllowedIps"),
    ];

    /// <summary>By the part that says where its nodes are: a queue for its compute resources.</summary>
    private static readonly (string Property, string Path)[] s_place =
    [
        ("additionalSecurityGroups", "Networking/AdditionalSecurityGroups"), ("assignsPublicIp", "Networking/AssignPublicIp"), ("capacityType", "CapacityType"),
        ("hasCustomActions", "CustomActions"), ("iamPolicies", "Iam/AdditionalIamPolicies"), ("instanceRole", "Iam/InstanceRole"),
        ("securityGroups", "Networking/SecurityGroups"),
    ];

    public Places OfCluster()
    {
        var properties = s_cluster.Select(p => (p.Property, keys.Of(config, p.Path))).ToList();
        properties.Add(("hasCustomActions", CustomActions()));
        properties.Add(("directoryHome", Home()));
        properties.Add(("loginPools.count", KeyPlaces.Elements(config, "LoginNodes/Pools").Select(pool => keys.Of(pool, "Count")).FirstOrDefault(keys.Of(config, "LoginNodes/Pools"))));
        var queues = Has("Scheduling/AwsBatchQueues") && !Has("Scheduling/SlurmQueues") ? "Scheduling/AwsBatchQueues" : "Scheduling/SlurmQueues";
        properties.Add(("queues", keys.Of(config, queues)));
        properties.AddRange(Entries("sharedStorage", "SharedStorage", "MountDir", MountPath.Normalize));
        properties.AddRange(Entries("loginPools", "LoginNodes/Pools", "Name", n => n));
        properties.AddRange(Entries("queues", queues, "Name", n => n));
        return new(keys.Of(config, ""), properties);
    }

    public Places OfGroup(DeclaredGroup group)
    {
        var properties = s_place.Select(p => (p.Property, OfPlace(group, p.Path))).ToList();
        properties.AddRange(s_node.Select(p => (p.Property, OfNode(group, p.Path))));
        properties.Add(("instanceTypes", OfNode(group, KeyPlaces.Elements(group.Node, "Instances").Any() ? "Instances" : "InstanceType")));
        properties.Add(("subnets", OfPlace(group, group.IsHead ? "Networking/SubnetId" : "Networking/SubnetIds")));
        properties.AddRange(((string[])["customAmi", "imageId"]).Select(p => (p, Image(group))));
        properties.AddRange(Counts(group));
        properties.Add(("customSlurmSettings", group.Node.HasKey("CustomSlurmSettings") ? OfNode(group, "CustomSlurmSettings") : OfPlace(group, "CustomSlurmSettings")));
        properties.Add(("mounts", keys.Of(config, "SharedStorage")));
        properties.AddRange(Entries("mounts", "SharedStorage", "MountDir", MountPath.Normalize));
        return new(OfNode(group, ""), properties);
    }

    /// <summary>The head node is the one part with a key of its own, which is where what it lacks would be.</summary>
    private SourceLocation OfNode(DeclaredGroup group, string path) => group.IsHead ? keys.Of(config, $"HeadNode/{path}".TrimEnd('/')) : keys.Of(group.Node, path);

    private SourceLocation OfPlace(DeclaredGroup group, string path) => group.IsHead ? OfNode(group, path) : keys.Of(group.Place, path);

    private IEnumerable<(string, SourceLocation)> Counts(DeclaredGroup group) => group.Identity.Provisioner switch
    {
        Provisioner.ParallelClusterLogin => ((string[])["desired", "max", "min"]).Select(p => (p, keys.Of(group.Node, "Count"))),
        Provisioner.ParallelClusterQueue => [("max", keys.Of(group.Node, "MaxCount")), ("min", keys.Of(group.Node, "MinCount"))],
        _ => [],
    };

    /// <summary>The group's own where it has one, else the cluster's where that has one, else where one would be.</summary>
    private SourceLocation Image(DeclaredGroup group) =>
        group.Place.Nearest("Image/CustomAmi").Path.EndsWith("CustomAmi", StringComparison.Ordinal) || !Has("Image/CustomAmi")
            ? OfPlace(group, "Image/CustomAmi") : keys.Of(config, "Image/CustomAmi");

    private SourceLocation CustomActions()
    {
        string[] parts = ["LoginNodes/Pools", "Scheduling/SlurmQueues"];
        var nodes = parts.SelectMany(p => KeyPlaces.Elements(config, p)).Prepend(config.Nearest("HeadNode"));
        var acting = nodes.FirstOrDefault(n => n.Nearest("CustomActions").Node != n.Node);
        return acting is null ? keys.Of(config, "HeadNode") : keys.Of(acting, "CustomActions");
    }

    private SourceLocation Home()
    {
        const string sssd = "DirectoryService/AdditionalSssdConfigs";
        return keys.Of(config, Has($"{sssd}/override_homedir") || !Has($"{sssd}/fallback_homedir") ? $"{sssd}/override_homedir" : $"{sssd}/fallback_homedir");
    }

    private bool Has(string path) => config.Nearest(path).Path.EndsWith(path, StringComparison.Ordinal);

    /// <summary>One entry of a list, named as rules know it.</summary>
    private IEnumerable<(string, SourceLocation)> Entries(string property, string path, string key, Func<string, string> name) => KeyPlaces.Elements(config, path)
        .Select(e => (Name: e.Nearest(key), Entry: e)).Where(e => e.Name is { IsScalar: true, IsExpression: false, IsNothing: false })
        .Select(e => ($"{property}[{name(e.Name.Scalar!)}]", keys.Of(e.Entry, key)));
}
