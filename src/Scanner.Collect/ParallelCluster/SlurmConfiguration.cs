using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>What a configuration says of Slurm itself.</summary>
internal static class SlurmConfiguration
{
    private const string Settings = "Scheduling/SlurmSettings";

    // defaults as documented for 3.0 to 3.14, and as ParallelCluster 3.12 has them
    private const int DefaultIdleMinutes = 10;
    private const int DefaultSlurmdbdPort = 6819;

    public static AccountingDatabase? Accounting(YamlPlace config)
    {
        if (config.At($"{Settings}/Database") is not { } database) return null;
        var (host, port) = DatabaseAddress.Parse(database.Need("Uri").Text()) ?? throw new AbsentFieldException($"{Settings}/Database/Uri");
        return new(host, port, database.Text("DatabaseName"));
    }

    public static AccountingSettings? AccountingSettings(YamlPlace config) => config.At($"{Settings}/Database") is not { } database ? null : new(
        database.Text("Uri") is { } uri ? DatabaseAddress.Plain(uri) : null, database.Text("UserName") is { } user ? KeptText.Of("UserName", user) : null,
        database.Text("PasswordSecretArn") is { } secret ? KeptText.Arn(secret) : null, database.Text("DatabaseName"));

    public static ExternalSlurmdbd? External(YamlPlace config) =>
        config.At($"{Settings}/ExternalSlurmdbd") is { } external ? new(external.Text("Host"), external.Number("Port") ?? DefaultSlurmdbdPort) : null;

    public static int? IdleMinutes(YamlPlace config) =>
        config.Need("Scheduling/Scheduler").Text() == "slurm" ? config.Integer($"{Settings}/ScaledownIdletime") ?? DefaultIdleMinutes : null;

    public static string? IncludedFile(YamlPlace config) => config.Text($"{Settings}/CustomSlurmSettingsIncludeFile") is { } file ? KeptText.Of("file", file) : null;

    /// <summary>The cluster's own, which are a list of maps.</summary>
    public static IEnumerable<SlurmSetting> Lines(YamlPlace config) => config.List($"{Settings}/CustomSlurmSettings").SelectMany(All);

    /// <summary>A queue's or compute resource's, which are one map.</summary>
    public static IEnumerable<SlurmSetting> Map(YamlPlace node) => node.Has("CustomSlurmSettings") ? All(node.Need("CustomSlurmSettings")) : [];

    private static IEnumerable<SlurmSetting> All(YamlPlace settings) => settings is { IsMapping: true, IsExpression: false }
        ? settings.Entries.Select(e => new SlurmSetting(e.Key, e.Value.IsNothing ? "" : KeptText.Of(e.Key, e.Value.Text())))
        : throw new AbsentFieldException(settings.Path);
}
