Truth IsSpread(Database db) => db.Form.Is(form => form switch
{
    DatabaseForm.Instance => db.IsMultiAz,
    DatabaseForm.MultiAzCluster => true,
    // Aurora keeps its data in three zones anyway; what fails over are its instances
    DatabaseForm.Aurora => db.AvailabilityZones.Is(zones => zones.Count >= 2),
    _ => false,
});

Judgement Judge(DatabaseChoice choice) => Require(IsSpread(choice.Database), $"{choice} ({choice.How}) is in {choice.Database.AvailabilityZones} only")
    .About(choice.Database, "isMultiAz, availabilityZones");

new Rule<Environment>
{
    Title = "The RDS database is Multi-AZ",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, RDS",
    Statements = ["eks:65", "eks:95"],
    Why = "Servers in three zones are of no use when the one zone of their database fails.",
    Fix = "Turn on Multi-AZ.",
    FixFor = (env, _) => $"Turn on Multi-AZ of {env.MetadataDatabase().Value}.",
    AppliesTo = (env, _) => env.Installations.Any() && env.MetadataDatabase().Is(choice => choice != null),
    Check = (env, _) => Judge(env.MetadataDatabase().Value!.BehindProxy(env).Value),
}
