Judgement Judge(Fact<Items<string>> zones, string what, Fact<Items<string>> cluster, Resource where, string at) => Require(
        zones.Is(own => own.All(zone => cluster.Is(all => all.Contains(zone)))), $"{what} is in {zones}, and the cluster in {cluster}").About(where, at)
    .And(Require(zones.Is(own => own.Count >= 2), $"{what} is in {zones} only").About(where, at))
    .NoteIf(zones.Is(own => own.Count > 2), $"{what} is in {zones}, which is more than the reference holds possible");

Fact<Items<string>> ClusterZones(Environment env) => env.ZonesOf(env.Resolve(env.EksCluster().Then(eks => eks.Subnets)));

Judgement Database(DatabaseChoice choice, Environment env) => Judge(choice.Database.AvailabilityZones, $"database {choice.Database.Id}", ClusterZones(env), choice.Database, "isMultiAz, subnets");

Judgement Files(MountedStorage home, Environment env) => home.Type == FileSystemType.OpenZfs && home.FileSystem is { } fs
    ? Judge(env.ZonesOf(env.Resolve(fs.Subnets)), $"file system {fs.Id}", ClusterZones(env), fs, "subnets")
    : Require(home.IsSeen, $"").Note($"homes are not on FSx for OpenZFS");

new Rule<Installation>
{
    Title = "Database and file system are in two zones of the cluster's",
    Level = Level.Advice,
    Source = "Posit Workbench on AWS EKS, Resiliency and availability",
    Statements = ["eks:25", "eks:27", "eks:65", "eks:73"],
    Why = "Data in a zone without nodes is reached across zones by everybody, at a price in time and money; in one zone, it fails with that zone. A Multi-AZ DB cluster and Aurora use three, which the reference holds impossible.",
    Fix = "Choose subnets in two of the cluster's zones for the database's subnet group and the file system.",
    AppliesTo = (workbench, env) => env.Installations.Any() && env.MetadataDatabase().Is(choice => choice != null),
    Check = (workbench, env) => Database(env.MetadataDatabase().Value!.BehindProxy(env).Value, env).And(Files(workbench.Home().Value, env)),
}
