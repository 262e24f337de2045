using Scanner.Model;
using static Scanner.Tests.Collect.Declared.Terraform.TerraformCase;

namespace Scanner.Tests.Collect.Declared.Terraform;

/// <summary>What a plan changes may not be told from what is live; what it leaves alone may.</summary>
public sealed class TerraformChangeTests
{
    private const string Group = """{"arn":"arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/g/1","name":"g","port":1,"protocol":"HTTP","target_type":"ip","vpc_id":"vpc-1"}""";

    private const string System = """{"id":"fs-1","availability_zone_name":"","dns_name":"x","throughput_mode":"elastic","tags":{}}""";

    [Theory]
    [InlineData("no-op", GapCause.Hidden)]
    [InlineData("delete", GapCause.NotAsked)]
    [InlineData("create", GapCause.NotAsked)]
    public async Task Health_of_targets_is_unknown_where_a_plan_registers_others(string action, GapCause expected)
    {
        const string attachment = """{"target_group_arn":"arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/g/1","target_id":"i-1"}""";
        var graph = await Read(Change("aws_lb_target_group", "no-op", Group), Change("aws_lb_target_group_attachment", action, attachment));

        Assert.Equal(expected, graph.Find<TargetGroup>("arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/g/1")!.Targets.Gap!.Cause);
    }

    [Theory]
    [InlineData("no-op", "ENABLED")]
    [InlineData("delete", "DISABLED")]
    public async Task Backups_are_off_where_their_policy_is_deleted(string action, string expected)
    {
        var graph = await Read(Change("aws_efs_file_system", "no-op", System), Change("aws_efs_backup_policy", action, """{"file_system_id":"fs-1","backup_policy":[{"status":"ENABLED"}]}"""));

        Assert.Equal(expected, graph.Find<FileSystem>("fs-1")!.BackupPolicy.Value);
    }

    [Theory]
    [InlineData("no-op", GapCause.Hidden)]
    [InlineData("update", GapCause.NotAsked)]
    public async Task Sensitive_value_of_what_changes_is_not_that_of_today(string action, GapCause expected)
    {
        var change = Change("aws_efs_file_system", action, System).Replace("\"after_unknown\"", "\"after_sensitive\":{\"throughput_mode\":true},\"after_unknown\"", StringComparison.Ordinal);

        Assert.Equal(expected, (await Read(change)).Find<FileSystem>("fs-1")!.ThroughputMode.Gap!.Cause);
    }

    [Fact]
    public async Task Update_keeps_the_id_that_the_provider_knows_again_after_apply_only()
    {
        var change = Change("aws_efs_file_system", "update", System).Replace("\"after\":{\"id\":\"fs-1\",", "\"after\":{", StringComparison.Ordinal).Replace("\"after_unknown\":{}", "\"after_unknown\":{\"id\":true}", StringComparison.Ordinal);

        Assert.Equal("elastic", (await Read(change)).Find<FileSystem>("fs-1")!.ThroughputMode.Value);
    }

    [Fact]
    public async Task Data_source_and_resource_of_one_thing_are_told_once_and_the_resource_counts()
    {
        using var files = new TerraformCase();
        var data = Change("aws_efs_file_system", "read", System).Replace("\"address\":\"", "\"address\":\"data.", StringComparison.Ordinal).Replace("managed", "data", StringComparison.Ordinal).Replace("elastic", "bursting", StringComparison.Ordinal);

        var snapshot = await files.With("plan.json", Plan($"{data},{Change("aws_efs_file_system", "no-op", System)}", "")).Read("plan.json");

        Assert.Equal("fs-1", Assert.Single(snapshot.Observations).Id);
        Assert.Equal("elastic", Graph(snapshot).Find<FileSystem>("fs-1")!.ThroughputMode.Value);
    }

    private static async Task<ResourceGraph> Read(params string[] changes)
    {
        using var files = new TerraformCase();
        return Graph(await files.With("plan.json", Plan(string.Join(',', changes), "")).Read("plan.json"));
    }

    private static string Change(string type, string action, string values) =>
        $$$"""{"address":"{{{type}}}.x","mode":"managed","type":"{{{type}}}","name":"x","change":{"actions":["{{{action}}}"],"before":{{{(action is "create" or "read" ? "null" : values)}}},"after":{{{(action == "delete" ? "null" : values)}}},"after_unknown":{} } }""";
}
