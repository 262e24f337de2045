using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Instances and clusters of RDS. Passwords are never read.</summary>
internal static class Databases
{
    public static void Observe(Observer observer)
    {
        (string, string)[] lines = [("engine", "engine"), ("engineName", "engine"), ("engineVersion", "engine_version"), ("instanceClass", "instance_class"), ("isMultiAz", "multi_az"), ("port", "port"),
            ("isPubliclyAccessible", "publicly_accessible"), ("backupRetentionDays", "backup_retention_period"), ("subnets", "db_subnet_group_name"), ("vpc", "db_subnet_group_name"),
            ("securityGroups", "vpc_security_group_ids"), ("replicaOf", "replicate_source_db"), ("minCapacity", "serverlessv2_scaling_configuration"), ("maxCapacity", "serverlessv2_scaling_configuration"), ("tags", "tags")];
        foreach (var instance in observer.Each<Database>("aws_db_instance")) Observe(observer, instance, Instance(observer, instance), lines);
        foreach (var cluster in observer.Each<Database>("aws_rds_cluster")) Observe(observer, cluster, Cluster(observer, cluster), lines);
        foreach (var member in observer.Each<Database>("aws_rds_cluster_instance")) Observe(observer, member, Member(observer, member), lines);
    }

    /// <summary>The subnets are those of the group that it names, and are changed there.</summary>
    private static void Observe(Observer observer, Reading reading, Database database, (string, string)[] lines)
    {
        var group = reading.Map(a => GroupOf(observer, reading, a).Resource);
        observer.Observe(reading, database, lines, group.IsKnown ? group.Value : null, [("subnets", "subnet_ids")]);
    }

    private static Database Instance(Observer observer, Reading instance) => new()
    {
        Id = observer.Id(instance),
        Key = instance.Key(),
        Name = instance.Map(a => a.Filled(instance.Resource.IsData ? "db_instance_identifier" : "identifier")),
        Engine = instance.Map(a => Engines.Of(a.Need("engine"))),
        EngineName = instance.Map(a => a.Need("engine")),
        EngineVersion = instance.Map(Version),
        Form = instance.Always(DatabaseForm.Instance), // members of clusters are a type of their own
        Status = instance.Map(a => a.Need("status")),
        Endpoints = instance.Items<string>(a => [a.Need("address")]),
        ReaderEndpoints = instance.Items<string>(_ => []),
        Port = instance.Map(a => Port(instance, a)),
        Vpc = instance.Map(a => (Ref<Vpc>?)VpcOf(observer, instance, a)),
        Subnets = instance.Items(a => SubnetsOf(observer, instance, a)),
        SecurityGroups = instance.Some<SecurityGroup>("vpc_security_group_ids"),
        AvailabilityZones = instance.Items<string>(a => a.NeedSwitch("multi_az") ? throw UnsaidException.NeverSaid("Terraform does not keep the zone of the standby") : [a.Need("availability_zone")]),
        IsMultiAz = instance.Truth(a => a.NeedSwitch("multi_az")),
        IsPubliclyAccessible = instance.Truth(a => a.NeedSwitch("publicly_accessible")),
        InstanceClass = instance.Map(a => (string?)a.Need(instance.Resource.IsData ? "db_instance_class" : "instance_class")),
        MinCapacity = instance.Always<decimal?>(null),
        MaxCapacity = instance.Always<decimal?>(null),
        // the provider's default: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance; a replica takes its source's
        BackupRetentionDays = instance.Map(a => instance.IsDefault(a, "backup_retention_period") && a.Filled("replicate_source_db") is null ? 0 : a.NeedNumber("backup_retention_period")),
        ReplicaOf = instance.Map(a => instance.Resource.IsData ? a.Filled("replicate_source_db") : ReplicaOf(instance, a)),
        ClusterIdentifier = instance.Always<string?>(null),
        Fronts = instance.Items<Ref<Database>>(_ => []),
        Tags = instance.Tags(),
    };

    private static Database Cluster(Observer observer, Reading cluster) => new()
    {
        Id = observer.Id(cluster),
        Key = cluster.Key(),
        Name = cluster.Map(a => a.Filled("cluster_identifier")),
        Engine = cluster.Map(a => Engines.Of(a.Need("engine"))),
        EngineName = cluster.Map(a => a.Need("engine")),
        EngineVersion = cluster.Map(Version),
        Form = cluster.Map(a => IsAurora(a) ? DatabaseForm.Aurora : DatabaseForm.MultiAzCluster),
        Status = cluster.Never<string>("the status of a cluster"),
        Endpoints = cluster.Items<string>(a => [a.Need("endpoint")]),
        ReaderEndpoints = cluster.Items<string>(a => a.Filled("reader_endpoint") is { } reader ? [reader] : []),
        Port = cluster.Map(a => Port(cluster, a)),
        Vpc = cluster.Map(a => (Ref<Vpc>?)VpcOf(observer, cluster, a)),
        Subnets = cluster.Items(a => SubnetsOf(observer, cluster, a)),
        SecurityGroups = cluster.Some<SecurityGroup>("vpc_security_group_ids"),
        AvailabilityZones = cluster.Items(_ => Members(observer, cluster).Select(m => m.Resource.Values.Need("availability_zone")).Distinct().Order(StringComparer.Ordinal).ToList()),
        // only a Multi-AZ DB cluster is one by its form; of Aurora its members' zones tell
        IsMultiAz = cluster.Truth(a => !IsAurora(a) || Members(observer, cluster).Select(m => m.Resource.Values.Need("availability_zone")).Distinct().Count() > 1),
        IsPubliclyAccessible = cluster.Truth(_ => Members(observer, cluster).Select(m => m.Resource.Values.NeedSwitch("publicly_accessible")).ToList().Contains(true)),
        InstanceClass = cluster.Map(a => a.Filled("db_cluster_instance_class")),
        MinCapacity = cluster.Map(a => a.Block("serverlessv2_scaling_configuration")?.Decimal("min_capacity")),
        MaxCapacity = cluster.Map(a => a.Block("serverlessv2_scaling_configuration")?.Decimal("max_capacity")),
        BackupRetentionDays = cluster.Map(a => a.NeedNumber("backup_retention_period")),
        ReplicaOf = cluster.Map(a => a.Filled("replication_source_identifier")),
        ClusterIdentifier = cluster.Always<string?>(null),
        Fronts = cluster.Items<Ref<Database>>(_ => []),
        Tags = cluster.Tags(),
    };

    private static Database Member(Observer observer, Reading member) => new()
    {
        Id = observer.Id(member),
        Key = member.Key(),
        Name = member.Map(a => a.Filled("identifier")),
        Engine = member.Map(a => Engines.Of(a.Need("engine"))),
        EngineName = member.Map(a => a.Need("engine")),
        EngineVersion = member.Map(Version),
        Form = member.Always(DatabaseForm.Member),
        Status = member.Never<string>("the status of a cluster's member"),
        Endpoints = member.Items<string>(a => [a.Need("endpoint")]),
        ReaderEndpoints = member.Items<string>(_ => []),
        Port = member.Map(a => Port(member, a)),
        Vpc = member.Map(a => (Ref<Vpc>?)VpcOf(observer, member, a)),
        Subnets = member.Items(a => SubnetsOf(observer, member, a)),
        AvailabilityZones = member.Items<string>(a => [a.Need("availability_zone")]),
        IsPubliclyAccessible = member.Truth(a => a.NeedSwitch("publicly_accessible")),
        InstanceClass = member.Map(a => (string?)a.Need("instance_class")),
        MinCapacity = member.Always<decimal?>(null),
        MaxCapacity = member.Always<decimal?>(null),
        ClusterIdentifier = member.Map(a => (string?)ClusterOf(member, a)),
        Fronts = member.Items<Ref<Database>>(_ => []),
        Tags = member.Tags(),
    };

    private static bool IsAurora(Attributes cluster) => cluster.Need("engine").StartsWith("aurora", StringComparison.Ordinal);

    /// <summary>What was asked for may be a major version only.</summary>
    private static string? Version(Attributes database) =>
        database.Has("engine_version_actual") && !database.IsUnknown("engine_version_actual") && database.Filled("engine_version_actual") is { } actual ? actual : database.Filled("engine_version");

    /// <summary>AWS' defaults by engine: parameter Port of API_CreateDBInstance and API_CreateDBCluster.</summary>
    private static int Port(Reading reading, Attributes database) => !reading.IsDefault(database, "port") ? database.NeedNumber("port") : Engines.Of(database.Need("engine")) switch
    {
        DatabaseEngine.Postgres => 5432,
        DatabaseEngine.MySql or DatabaseEngine.MariaDb => 3306,
        _ => throw UnsaidException.AfterApply(database.Join("port")),
    };

    private static string? ReplicaOf(Reading instance, Attributes attributes) => attributes.IsUnknown("replicate_source_db") && !attributes.IsLeftOut("replicate_source_db")
        ? World.Known(instance.Target(attributes, "replicate_source_db", "aws_db_instance").Values, "identifier") ?? throw UnsaidException.AfterApply(attributes.Join("replicate_source_db"))
        : attributes.Filled("replicate_source_db");

    private static List<Reading> Members(Observer observer, Reading cluster)
    {
        var all = observer.Once("members of clusters", () => observer.Each<Database>("aws_rds_cluster_instance").ToLookup(Owner));
        var name = World.Known(cluster.Resource.Values, "cluster_identifier");
        List<Reading> members = [.. all[(cluster.Resource, null)], .. name is null ? [] : all[(null, name)]];
        if (members.Count == 0) observer.World.RefuseIfChanged("aws_rds_cluster_instance");
        return members.Count > 0 ? members : throw UnsaidException.NeverSaid($"no member of {cluster.Resource.Address} is declared in these files");
    }

    /// <summary>The cluster of a member: itself, where the plan leads to it, else its name.</summary>
    private static (TerraformResource? Cluster, string? Name) Owner(Reading member)
    {
        var values = member.Resource.Values;
        return values.IsUnknown("cluster_identifier") ? (member.Target(values, "cluster_identifier", "aws_rds_cluster"), null) : (null, values.Need("cluster_identifier"));
    }

    private static string ClusterOf(Reading member, Attributes attributes) => !attributes.IsUnknown("cluster_identifier") ? attributes.Need("cluster_identifier")
        : World.Known(member.Target(attributes, "cluster_identifier", "aws_rds_cluster").Values, "cluster_identifier") ?? throw UnsaidException.AfterApply(attributes.Join("cluster_identifier"));

    private static Reading GroupOf(Observer observer, Reading reading, Attributes attributes) =>
        observer.Read<Database>(reading.Target(attributes, reading.Resource.IsData ? "db_subnet_group" : "db_subnet_group_name", "aws_db_subnet_group", "name", "id"));

    private static IEnumerable<Ref<Subnet>> SubnetsOf(Observer observer, Reading reading, Attributes attributes)
    {
        var group = GroupOf(observer, reading, attributes);
        return group.Many<Subnet>(group.Resource.Values, "subnet_ids").ToList() is { Count: > 0 } some ? some : throw group.Resource.Values.Absent("subnet_ids");
    }

    private static Ref<Vpc> VpcOf(Observer observer, Reading reading, Attributes attributes)
    {
        var group = GroupOf(observer, reading, attributes);
        return World.Known(group.Resource.Values, "vpc_id") is { } vpc ? new(vpc) : Placing.VpcOf(observer, SubnetsOf(observer, reading, attributes));
    }
}
