// ParallelCluster takes host and port, and no URL.
Truth IsAddress(string? uri) => uri is { Length: > 0 } && !uri.Contains("://", StringComparison.Ordinal) && !uri.StartsWith('/');

// Parameters of Systems Manager are not taken.
Truth IsSecret(string? arn) => arn is not null && arn.StartsWith("arn:", StringComparison.Ordinal) && arn.Contains(":secretsmanager:", StringComparison.Ordinal) && arn.Contains(":secret:", StringComparison.Ordinal);

Judgement Declared(AccountingSettings settings, Environment env) =>
    Require(IsAddress(settings.Uri), settings.Uri is null ? $"the accounting database has no Uri" : $"the Uri of the accounting database is {settings.Uri}, and not host:port")
        .And(Require(settings.UserName is not null, $"the accounting database has no UserName"))
        .And(Require(IsSecret(settings.PasswordSecretArn), $"PasswordSecretArn of the accounting database is {settings.PasswordSecretArn}, and not the ARN of a secret in Secrets Manager"))
        .Note($"whether the secret is there was not looked at, because Secrets Manager is never asked")
        .NoteIf(settings.Uri is { } uri && !uri.Contains(':'), $"the Uri names no port, so 3306 is taken")
        .NoteIf(env.Cluster.Name.Is(name => name is { Length: > 40 }), $"the name of {env.Cluster} is longer than 40 characters, which is too long for the tables of accounting");

new Rule<Environment>
{
    Title = "Slurm accounting has database URI and credentials",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Database configuration",
    Statements = ["parallelcluster:80", "parallelcluster:84", "parallelcluster-2024:105", "parallelcluster-2024:111"],
    Why = "Without them slurmdbd does not start, and jobs leave no record. Judged is what the configuration declares: that the secret is there is not looked at.",
    Fix = "Fill Scheduling/SlurmSettings/Database with Uri (host:port), UserName and PasswordSecretArn.",
    At = "accountingSettings",
    Check = (env, _) => env.Cluster.ExternalSlurmdbd.Value is { } external
        ? external.Host is { } host
            ? NotApplicable($"accounting goes to a slurmdbd outside the cluster, at {host}")
            : Fail($"accounting goes to a slurmdbd outside the cluster, whose Host is not declared")
        : env.Cluster.AccountingSettings.Value is { } settings
            ? Declared(settings, env)
            : Fail($"the configuration of {env.Cluster} declares no accounting database"),
}
