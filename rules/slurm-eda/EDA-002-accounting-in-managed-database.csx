Truth IsOfAccounting(SlurmSetting setting) => setting.Name.StartsWith("AccountingStorage", StringComparison.OrdinalIgnoreCase);

// What ParallelCluster does not configure may be configured by hand, out of view.
Truth MayBeSetUpByHand(Cluster cluster) => cluster.HasCustomActions || cluster.HasCustomAmi
    || cluster.SlurmSettingsFile.Is(file => file != null) || cluster.CustomSlurmSettings.Is(settings => settings.Any(IsOfAccounting));

Truth IsOnHost(string host, Environment env) => host == "localhost" || host.StartsWith("127.", StringComparison.Ordinal)
    || env.Of<ComputeInstance>().Any(instance => instance.Vpc.Is(vpc => vpc is { } own ? env.Vpcs().Is(all => all.Contains(own)) : false) && instance.PrivateIps.Is(addresses => addresses.Contains(host)));

Judgement Attested(Environment env) => Require(env.Attested("EDA-002"), "nobody attests that accounting is in a managed database");

Judgement Named(AccountingDatabase accounting, Environment env) => env.DatabaseAt(accounting.Host).Value is { } choice
    ? Pass().Note($"accounting is stored in {choice}")
    : IsOnHost(accounting.Host, env)
        ? Fail($"accounting is stored on a host, {accounting.Host}, which nobody backs up or replaces by itself")
        : Attested(env).Note($"{accounting.Host} is none of the databases that the scan saw");

Judgement Declared(Environment env) => env.Cluster.Accounting.Value is { } accounting ? Named(accounting, env)
    : MayBeSetUpByHand(env.Cluster) ? Attested(env).Note($"the configuration has no Database, and a custom action, an AMI or settings of slurm.conf may bring one")
    : Fail($"{env.Cluster} keeps no accounting: SlurmSettings has neither Database nor ExternalSlurmdbd");

new Rule<Environment>
{
    Title = "Job accounting is stored in an AWS-managed database",
    Level = Level.Advice,
    Source = "Slurm for EDA with AWS ParallelCluster, Architecture",
    Statements = ["slurm-eda:27", "slurm-eda:31", "slurm-eda:35"],
    Why = "Without accounting there is no record of who used what, and no limits or fair share; a database on the head node is lost with it.",
    Fix = "Deploy the accounting database (RDS or Aurora, MySQL), and name it in Scheduling/SlurmSettings/Database.",
    At = "accounting, externalSlurmdbd",
    Check = (env, _) => env.Parameters.NamesAccountingDatabase && env.AccountingDatabase().Value is { } named
        ? Pass().Note($"accounting is stored in {named} ({named.How})")
        : env.Cluster.UsesExternalSlurmdbd
            ? Attested(env).Note($"accounting goes to an external slurmdbd, whose database is out of view; parameter accountingDatabase names it")
            : Declared(env),
}
