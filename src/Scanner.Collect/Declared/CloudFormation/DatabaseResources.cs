using Scanner.Collect.Aws;
using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.Declared.CloudFormation;

/// <summary>AWS::RDS::DBInstance, DBCluster and DBProxy, with the subnet groups of the same template.</summary>
internal sealed class DatabaseResources(Template template, DeclaredSink sink)
{
    private static readonly (string Property, string Path)[] s_shared =
    [
        ("engine", "Engine"), ("engineName", "Engine"), ("engineVersion", "EngineVersion"), ("port", "Port"), ("backupRetentionDays", "BackupRetentionPeriod"),
        ("subnets", "DBSubnetGroupName"), ("tags", "Tags"),
    ];

    public void Observe()
    {
        foreach (var instance in template.Of("AWS::RDS::DBInstance"))
            sink.Observe(instance.Evidence, Instance(instance), instance.Places([.. s_shared, ("instanceClass", "DBInstanceClass"), ("isMultiAz", "MultiAZ"), ("isPubliclyAccessible", "PubliclyAccessible"), ("securityGroups", "VPCSecurityGroups"), ("name", "DBInstanceIdentifier")]));
        foreach (var cluster in template.Of("AWS::RDS::DBCluster"))
            sink.Observe(cluster.Evidence, Cluster(cluster), cluster.Places([.. s_shared, ("instanceClass", "DBClusterInstanceClass"), ("minCapacity", "ServerlessV2ScalingConfiguration/MinCapacity"), ("maxCapacity", "ServerlessV2ScalingConfiguration/MaxCapacity"), ("securityGroups", "VpcSecurityGroupIds"), ("name", "DBClusterIdentifier")]));
        foreach (var proxy in template.Of("AWS::RDS::DBProxy"))
            sink.Observe(proxy.Evidence, Proxy(proxy), proxy.Places(("engine", "EngineFamily"), ("engineName", "EngineFamily"), ("subnets", "VpcSubnetIds"), ("securityGroups", "VpcSecurityGroupIds"), ("name", "DBProxyName")));
    }

    private Database Instance(TemplateResource r) => new()
    {
        Id = r.Id,
        Key = r.Key,
        Name = r.Fact<Database, string?>("DBInstanceIdentifier", p => p.Need("DBInstanceIdentifier").Text()),
        Engine = r.Fact<Database, DatabaseEngine>("Engine", p => Engines.Of(Engine(p))),
        EngineName = r.Text<Database>("Engine"),
        EngineVersion = r.Fact<Database, string?>("EngineVersion", p => p.Need("EngineVersion").Text()),
        Form = r.Fact<Database, DatabaseForm>("DBClusterIdentifier", p => p.Has("DBClusterIdentifier") ? DatabaseForm.Member : DatabaseForm.Instance),
        Port = r.Number<Database>("Port", p => DefaultPort(Engine(p))),
        Subnets = Subnets(r),
        SecurityGroups = r.Refs<Database, SecurityGroup>("VPCSecurityGroups"),
        // RDS' own defaults; whether it is public follows from its subnets where it does not say
        IsMultiAz = r.Truth<Database>("MultiAZ", p => p.Flag("MultiAZ") ?? (p.Has("DBClusterIdentifier") ? null : false)),
        IsPubliclyAccessible = r.Flag<Database>("PubliclyAccessible"),
        InstanceClass = r.Fact<Database, string?>("DBInstanceClass", p => p.Need("DBInstanceClass").Text()),
        MinCapacity = r.Answer<Database>().Optional(_ => (decimal?)null),
        MaxCapacity = r.Answer<Database>().Optional(_ => (decimal?)null),
        BackupRetentionDays = r.Number<Database>("BackupRetentionPeriod", p => p.Has("DBClusterIdentifier") || p.Has("SourceDBInstanceIdentifier") ? null : 1),
        ReplicaOf = r.Fact<Database, string?>("SourceDBInstanceIdentifier SourceDBClusterIdentifier", p => p.Text("SourceDBInstanceIdentifier") ?? p.Text("SourceDBClusterIdentifier")),
        ClusterIdentifier = r.Fact<Database, string?>("DBClusterIdentifier", p => ClusterName(p.Text("DBClusterIdentifier"))),
        Fronts = r.Answer<Database>().Items<Ref<Database>>(_ => []),
        ReaderEndpoints = r.Answer<Database>().Items<string>(_ => []),
        Endpoints = new(r.Unseen<Database>()),
        Status = new(r.Unseen<Database>()),
        Vpc = new(r.Unseen<Database>()),
        AvailabilityZones = new(r.Unseen<Database>()),
        Tags = r.Tags<Database>(),
    };

    private Database Cluster(TemplateResource r) => new()
    {
        Id = r.Id,
        Key = r.Key,
        Name = r.Fact<Database, string?>("DBClusterIdentifier", p => p.Need("DBClusterIdentifier").Text()),
        Engine = r.Fact<Database, DatabaseEngine>("Engine", p => Engines.Of(Engine(p))),
        EngineName = r.Text<Database>("Engine"),
        EngineVersion = r.Fact<Database, string?>("EngineVersion", p => p.Need("EngineVersion").Text()),
        Form = r.Fact<Database, DatabaseForm>("Engine", p => IsAurora(p) is true ? DatabaseForm.Aurora : DatabaseForm.MultiAzCluster),
        Port = r.Number<Database>("Port", p => DefaultPort(Engine(p))),
        Subnets = Subnets(r),
        SecurityGroups = r.Refs<Database, SecurityGroup>("VpcSecurityGroupIds"),
        IsMultiAz = r.Truth<Database>("Engine", IsAurora) is { IsFalse: true } ? r.Truth<Database>("", _ => true) : Model.Truth.Unknown(r.Unseen<Database>()), // Aurora's is that of its members
        InstanceClass = r.Optional<Database>("DBClusterInstanceClass"),
        MinCapacity = r.Fact<Database, decimal?>("ServerlessV2ScalingConfiguration", p => TemplateResource.Decimal(p, "ServerlessV2ScalingConfiguration/MinCapacity")),
        MaxCapacity = r.Fact<Database, decimal?>("ServerlessV2ScalingConfiguration", p => TemplateResource.Decimal(p, "ServerlessV2ScalingConfiguration/MaxCapacity")),
        BackupRetentionDays = r.Number<Database>("BackupRetentionPeriod", _ => 1), // CloudFormation's default
        ReplicaOf = r.Optional<Database>("ReplicationSourceIdentifier"),
        ClusterIdentifier = r.Answer<Database>().Optional(_ => (string?)null),
        Fronts = r.Answer<Database>().Items<Ref<Database>>(_ => []),
        Endpoints = new(r.Unseen<Database>()),
        ReaderEndpoints = new(r.Unseen<Database>()),
        IsPubliclyAccessible = Model.Truth.Unknown(r.Unseen<Database>()),
        Status = new(r.Unseen<Database>()),
        Vpc = new(r.Unseen<Database>()),
        AvailabilityZones = new(r.Unseen<Database>()),
        Tags = r.Tags<Database>(),
    };

    private static Database Proxy(TemplateResource r) => new()
    {
        Id = r.Id,
        Key = r.Key,
        Name = r.Fact<Database, string?>("DBProxyName", p => p.Need("DBProxyName").Text()),
        Engine = r.Fact<Database, DatabaseEngine>("EngineFamily", p => Engines.OfFamily(p.Need("EngineFamily").Text())),
        EngineName = r.Text<Database>("EngineFamily"),
        Form = r.Answer<Database>().Map(_ => DatabaseForm.Proxy),
        Port = r.Fact<Database, int>("EngineFamily", p => Engines.ProxyPort(p.Need("EngineFamily").Text()) ?? throw new AbsentFieldException("EngineFamily")),
        Subnets = r.Refs<Database, Subnet>("VpcSubnetIds"),
        SecurityGroups = r.Refs<Database, SecurityGroup>("VpcSecurityGroupIds"),
        IsPubliclyAccessible = r.Truth<Database>("", _ => false), // a proxy never is
        Endpoints = new(r.Unseen<Database>()),
        Status = new(r.Unseen<Database>()),
        Vpc = new(r.Unseen<Database>()),
        Fronts = new(r.Unseen<Database>()),
    };

    private Fact<Items<Ref<Subnet>>> Subnets(TemplateResource database) =>
        template.Find(database.Properties.Nearest("DBSubnetGroupName").Scalar) is { } group ? group.Refs<Database, Subnet>("SubnetIds")
            : database.Fact<Database, Items<Ref<Subnet>>>("DBSubnetGroupName", _ => throw new AbsentFieldException("DBSubnetGroupName of this template"));

    /// <summary>A cluster of the same template by its name, where that is said; else as it is referred to.</summary>
    private string? ClusterName(string? said) => template.Find(said) is { } own ? own.Properties.Nearest("DBClusterIdentifier") is { IsScalar: true, IsExpression: false, Scalar: { Length: > 0 } name } ? name : own.LogicalId : said;

    private static string Engine(YamlPlace properties) => properties.Need("Engine").Text();

    private static bool? IsAurora(YamlPlace properties) => Engine(properties).StartsWith("aurora", StringComparison.Ordinal);

    private static int? DefaultPort(string engine) => Engines.Of(engine) switch { DatabaseEngine.Postgres => 5432, DatabaseEngine.MySql or DatabaseEngine.MariaDb => 3306, _ => null };
}
