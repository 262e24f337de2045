using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Tests.Report;

/// <summary>Rules for reports; what they would judge does not matter here.</summary>
internal static class SampleRules
{
    public static readonly RuleDescription Sticky =
        Of("PCL-015", "elb-sticky-sessions", "The Workbench load balancer keeps sessions sticky", Severity.Error);
    public static readonly RuleDescription Reach =
        Of("PCL-032", "database-reachable", "Every login node reaches PostgreSQL", Severity.Error, security: 7.5);
    public static readonly RuleDescription Dual =
        Of("PCL-009", "dual-login-nodes", "There are two login nodes", Severity.Warning);
    public static readonly RuleDescription Home =
        Of("PCL-022", "home-on-fsx-lustre", "Homes are on FSx for Lustre", Severity.Error);
    public static readonly RuleDescription Postgres =
        Of("PCL-030", "rds-postgres-present", "An RDS PostgreSQL database exists", Severity.Error);
    public static readonly RuleDescription MySql =
        Of("PCL-031", "rds-mysql-separate", "A second, separate RDS MySQL instance exists for Slurm accounting", Severity.Error);
    public static readonly RuleDescription License =
        Of("GEN-020", "license-seats", "The license has enough seats", Severity.Warning, architecture: "workbench");
    public static readonly RuleDescription Tls =
        Of("GEN-011", "tls-at-the-edge", "Users come in through TLS", Severity.Warning, security: 9.0, architecture: "workbench");
    public static readonly RuleDescription Efa =
        Of("EDA-004", "efa-enabled", "Compute nodes use EFA", Severity.Note, architecture: "slurm-eda");

    public static RuleDescription Of(string id, string name, string title, Severity severity,
        double? security = null, string architecture = "aws-parallelcluster") =>
        new(id, name, architecture, $"{architecture}/{id}-{name}.csx", new Rule<Scanner.Model.Environment>
        {
            Title = title,
            Level = severity switch { Severity.Error => Level.Must, Severity.Warning => Level.Should, _ => Level.Advice },
            Source = architecture == "workbench" ? "Posit Workbench, Architectures" : "Posit Workbench on AWS ParallelCluster, Architectural overview",
            Why = $"Without it, people who use {name.Replace('-', ' ')} are stuck.",
            Fix = $"Mend {name.Replace('-', ' ')}.",
            SecuritySeverity = security,
            Check = (_, _) => Judgement.Pass(),
        }, severity);
}
