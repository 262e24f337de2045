using Scanner.Model;
using Rds = Amazon.RDS.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>What rds:DescribeDBInstances says of an instance.</summary>
internal static class DatabaseInstances
{
    public static Database Map(Answer<Rds.DBInstance> instance, AwsScope scope)
    {
        var id = Arn(instance.Value!, scope);
        var tags = AwsTags.Of(instance.Value!.TagList, t => t.Key, t => t.Value);
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = instance.Optional(i => i.DBInstanceIdentifier),
            Engine = instance.Map(i => Engines.Of(Wire.Need(i.Engine))),
            EngineName = instance.Field(i => i.Engine),
            EngineVersion = instance.Optional(i => i.EngineVersion),
            Form = instance.Map(i => i.DBClusterIdentifier is { Length: > 0 } ? DatabaseForm.Member : DatabaseForm.Instance),
            Status = instance.Field(i => i.DBInstanceStatus),
            // while it is created it has no endpoint yet
            ReaderEndpoints = instance.Items<string>(_ => []),
            Endpoints = instance.Items(i => i.Endpoint?.Address is { Length: > 0 } host ? [host] : Array.Empty<string>()),
            Port = instance.Field(i => i.Endpoint?.Port),
            Vpc = instance.Map(i => (Ref<Vpc>?)Refs.Need<Vpc>(i.DBSubnetGroup?.VpcId)),
            Subnets = instance.Map(i => Subnets(Wire.Need(i.DBSubnetGroup))),
            SecurityGroups = instance.Items(i => Groups(i.VpcSecurityGroups)),
            AvailabilityZones = instance.Items(Zones),
            IsMultiAz = instance.Truth(i => i.MultiAZ),
            IsPubliclyAccessible = instance.Truth(i => i.PubliclyAccessible),
            InstanceClass = instance.Map(i => (string?)Wire.Need(i.DBInstanceClass)),
            MinCapacity = instance.Optional(_ => (decimal?)null), // that of a serverless member is its cluster's
            MaxCapacity = instance.Optional(_ => (decimal?)null),
            BackupRetentionDays = instance.Field(i => i.BackupRetentionPeriod),
            ReplicaOf = instance.Optional(i => i.ReadReplicaSourceDBInstanceIdentifier ?? i.ReadReplicaSourceDBClusterIdentifier),
            ClusterIdentifier = instance.Optional(i => i.DBClusterIdentifier),
            Fronts = instance.Items<Ref<Database>>(_ => []),
            CreatedAt = instance.Map(i => (DateTimeOffset?)Wire.Need(Moment.Of(i.InstanceCreateTime), "InstanceCreateTime")),
            Tags = instance.Map(_ => tags),
        };
    }

    public static string Arn(Rds.DBInstance instance, AwsScope scope) => instance.DBInstanceArn ?? scope.Arn("rds", $"db:{instance.DBInstanceIdentifier}");

    public static Items<Ref<Subnet>> Subnets(Rds.DBSubnetGroup group) =>
        Refs.Many<Subnet>(group.Subnets?.Select(s => s.SubnetIdentifier)).ToItems() is { IsEmpty: false } subnets
            ? subnets
            : throw new AbsentFieldException("DBSubnetGroup.Subnets");

    public static IEnumerable<Ref<SecurityGroup>> Groups(IEnumerable<Rds.VpcSecurityGroupMembership>? memberships) =>
        Refs.Many<SecurityGroup>(Wire.List(memberships, "VpcSecurityGroups").Where(m => m.Status != "removing").Select(m => m.VpcSecurityGroupId));

    /// <summary>Where it is; none while it is created. Only one with a standby has a second zone.</summary>
    public static IEnumerable<string> Zones(Rds.DBInstance instance) => instance.DBInstanceStatus == "creating"
        ? []
        : new[] { Wire.Need(instance.AvailabilityZone), instance.SecondaryAvailabilityZone }.Where(z => z is { Length: > 0 }).Select(z => z!).Order(StringComparer.Ordinal);
}
