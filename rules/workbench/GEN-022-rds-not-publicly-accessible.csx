Fact<DatabaseChoice?> Accounting(Environment env) => env.IsKubernetes ? (DatabaseChoice?)null
    : env.Parameters.NamesAccountingDatabase ? env.AccountingDatabase()
    : env.Cluster.Accounting.Then(named => named == null ? (DatabaseChoice?)null : env.DatabaseAt(named.Host));

// Of a cluster each member has an address of its own.
Truth IsPublic(Database db, Environment env) => db.IsPubliclyAccessible
    || env.Of<Database>().Any(member => member.Form == DatabaseForm.Member && member.ClusterIdentifier.Is(cluster => db.Name == cluster) && member.IsPubliclyAccessible);

Truth IsOpen(Fact<DatabaseChoice?> choice, Environment env) => choice.Is(found => found == null ? false : found.BehindProxy(env).Is(behind => IsPublic(behind.Database, env)));

Truth HasPublicSubnet(Fact<DatabaseChoice?> choice, Environment env) => choice.Is(found => found == null ? false
    : env.Resolve(found.Database.Subnets).Any(subnet => env.Network.IsPublic(subnet)));

Judgement Judge(Fact<DatabaseChoice?> choice, string what, Environment env) => Require(!IsOpen(choice, env), $"the {what} database {choice} is publicly accessible")
    .About(env.Of<Database>().Where(db => db.IsPubliclyAccessible && choice.Is(found => found == null ? false : found.BehindProxy(env).Is(behind => behind.Database.Id == db.Id))), "isPubliclyAccessible")
    .NoteIf(IsOpen(choice, env) && !HasPublicSubnet(choice, env), $"its subnets are private, so that nobody comes through yet");

new Rule<Environment>
{
    Title = "The database is not publicly accessible",
    Level = Level.Should,
    Source = "Posit Workbench on AWS EKS, Networking",
    Statements = ["eks:73"],
    Why = "A database with a public address is found and tried within hours; its security group is all that stands before everybody's sessions and tokens.",
    Fix = "Modify the database to be not publicly accessible.",
    FixFor = (env, _) => env.MetadataDatabase().Value is { } db ? $"Modify {db.Database.Id}, and the accounting database where there is one, to be not publicly accessible." : "Modify the database to be not publicly accessible.",
    SecuritySeverity = 7.5,
    Basis = Basis.Derived,
    Architectures = ["aws-parallelcluster", "aws-eks"],
    AppliesTo = (env, _) => env.MetadataDatabase().Is(choice => choice != null) || Accounting(env).Is(choice => choice != null),
    Check = (env, _) => Judge(env.MetadataDatabase(), "metadata", env).And(Judge(Accounting(env), "accounting", env)),
}
