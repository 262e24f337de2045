using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Collect.Aws;
using Scanner.Tests.Collect;
using Scanner.Tests.Collect.Kubernetes;

namespace Scanner.Tests.Cli;

/// <summary>Accounts, roles, profiles and regions, as flags and scanner.yaml name them.</summary>
public sealed class ScopeOptionsTests : IDisposable
{
    private const string Hub = "arn:aws:iam::111111111111:role/hub";
    private const string Reader = "arn:aws:iam::222222222222:role/reader";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Roles_are_assumed_in_the_order_of_their_flags_and_the_last_one_has_the_external_id()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(Accounts.Sts);

        var result = await Run(aws, "snapshot", "--aws-region", "us-east-1", "--assume-role", Hub, "--assume-role", Reader, "--external-id", "ext-1", "--role-session-name", "audit", "-o", "a.jsonl");

        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Equal([(Hub, "scanner", null), (Reader, "audit", "ext-1")],
            aws.Requests.Where(r => r.Action == "sts:AssumeRole").Select(r => (r.Form["RoleArn"], r.Form["RoleSessionName"], r.Form.GetValueOrDefault("ExternalId"))));
        Assert.Equal(["aws/222222222222/us-east-1"], SnapshotFile.Read(_folder.Path("a.jsonl")).Header.Targets[0].Scopes);
    }

    [Fact]
    public async Task Each_profile_is_a_target_of_its_own()
    {
        await using var aws = new RecordedAws("parallelcluster-good").When(r => r.Action == "sts:GetCallerIdentity" ? Accounts.Caller(r.AccessKey == "AKIA1" ? "111111111111" : "222222222222", "reader") : null);
        _folder.Write("credentials", "[one]\naws_access_key_id = AKIA1\naws_secret_access_key = s\n[two]\naws_access_key_id = AKIA2\naws_secret_access_key = s\n");

        var result = await Run(aws, "snapshot", "--aws-region", "us-east-1", "--aws-profile", "one", "--aws-profile", "two", "-o", "a.jsonl");

        Assert.Equal(("collecting one (us-east-1), two (us-east-1), read-only …", 0), (result.Error.Split('\n')[0], result.ExitCode));
        Assert.Equal([("one", "aws/111111111111/us-east-1"), ("two", "aws/222222222222/us-east-1")], SnapshotFile.Read(_folder.Path("a.jsonl")).Header.Targets.Select(t => (t.Name, Assert.Single(t.Scopes))));
        Assert.All(aws.Requests, r => Assert.Contains(r.AccessKey, new[] { "AKIA1", "AKIA2" }));
    }

    [Fact]
    public async Task Each_region_is_signed_for_itself_at_an_address_of_the_environment()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        await Run(aws, "snapshot", "--aws-region", "us-east-1", "--aws-region", "eu-west-1", "-o", "a.jsonl");

        Assert.Equal(["eu-west-1", "us-east-1"], aws.Requests.Where(r => r.Action == "ec2:DescribeVpcs").Select(r => r.Region).Order(StringComparer.Ordinal));
        Assert.Equal(["eu-west-1", "us-east-1"], aws.Requests.Where(r => r.Action == "sts:GetCallerIdentity").Select(r => r.Region).Order(StringComparer.Ordinal));
        Assert.All(aws.Requests.Where(r => r.Service == "route53"), r => Assert.Equal("us-east-1", r.Region));
    }

    [Fact]
    public async Task Where_no_region_is_given_or_configured_they_are_found_and_a_refusal_says_what_to_do()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse("ec2:DescribeRegions", 403, "UnauthorizedOperation");

        var result = await Run(aws, "check", "--assume-role", Reader);

        Assert.Equal(ExitCode.Incomplete, result.ExitCode); // the recorded account lets no role be assumed
        _folder.Write("scanner.yaml", "targets: [{ name: prod }]");
        result = await Run(aws, "check");
        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.StartsWith("collecting prod (regions with signs of a deployment), read-only …\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("prod: which regions are enabled cannot be told: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("give --aws-region REGION", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--assume-role: 'reader' is not the ARN of a role, such as arn:aws:iam::123456789012:role/scanner", "--assume-role", "reader")]
    [InlineData("--external-id: there is no role that it belongs to: give --assume-role ARN", "--external-id", "x1")]
    [InlineData("--role-session-name: there is no role that it belongs to: give --assume-role ARN", "--role-session-name", "x1")]
    [InlineData("--role-session-name: 'a b' cannot name a session", "--role-session-name", "a b", "--assume-role", Hub)]
    [InlineData("--external-id: an external id has 2 to 1224 letters", "--external-id", "!", "--assume-role", Hub)]
    [InlineData("--assume-role: {account} stands for the accounts of a target", "--assume-role", "arn:aws:iam::{account}:role/reader")]
    [InlineData("--aws-region: all stands for every enabled region", "--aws-region", "all", "--aws-region", "us-east-1")]
    [InlineData("--aws-region: 'us-east-1,eu-west-1' is no region: one name such as us-east-1 is expected; give the flag once for each", "--aws-region", "us-east-1,eu-west-1")]
    [InlineData("--aws-region: 'us-east-1' is no region: ", "--aws-region", "us-east-1 ")]
    [InlineData("--aws-region: 'us_east_1' is no region: ", "--aws-region", "us_east_1")]
    [InlineData("--aws-region: '' is no region: ", "--aws-region", "")]
    [InlineData("in which of the accounts of a, b is the EKS cluster prod?", "--aws-profile", "a", "--aws-profile", "b", "--eks", "prod")]
    public async Task Flags_that_cannot_be_used(string problem, params string[] flags)
    {
        var result = await ScannerProcess.Run(_folder.Path("."), new Dictionary<string, string>(), ["check", .. flags]);

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith($"scanner: {problem}", Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us_east_1")]
    [InlineData("us-east-1,eu-west-1")]
    [InlineData("useast1")]
    public async Task Configured_region_that_can_be_none(string region)
    {
        _folder.Write("config", $"[profile lab]\nregion = {region}\n");
        var fromVariable = await ScannerProcess.Run(_folder.Path("."), new Dictionary<string, string> { ["AWS_REGION"] = region }, ["doctor"]);
        var fromProfile = await ScannerProcess.Run(_folder.Path("."), new Dictionary<string, string> { ["AWS_CONFIG_FILE"] = _folder.Path("config") }, ["doctor", "--aws-profile", "lab"]);

        foreach (var result in new[] { fromVariable, fromProfile })
        {
            Assert.Equal(ExitCode.BadInput, result.ExitCode);
            Assert.StartsWith("scanner: the configured region (AWS_REGION, or of the profile): ", Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
            Assert.Contains($"'{region}'", result.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("default", "--aws-region", "us-east-1")]
    [InlineData("default", "--aws-region", "us-east-1", "--aws-profile", "good")]
    [InlineData("profile lab", "--aws-region", "us-east-1", "--aws-profile", "lab")]
    public async Task Profile_whose_region_the_SDK_cannot_read_is_named_also_beside_named_regions(string profile, params string[] flags)
    {
        _folder.Write("config", $"[{profile}]\nregion = us_east_1\n[profile good]\nregion = us-east-1\n");
        var result = await ScannerProcess.Run(_folder.Path("."), new Dictionary<string, string> { ["AWS_CONFIG_FILE"] = _folder.Path("config") }, ["doctor", .. flags]);

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.StartsWith("scanner: the configured region (AWS_REGION, or of the profile): The specified 'us_east_1' region is not a valid hostname component.", Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"assumeRole: {Hub}", $"{Hub} scanner ")]
    [InlineData($"assumeRole: {{ arn: {Hub}, externalId: ext-1, sessionName: audit }}", $"{Hub} audit ext-1")]
    [InlineData($"assumeRole: [{Hub}, {{ arn: {Reader}, externalId: ext-1 }}]", $"{Hub} scanner |{Reader} scanner ext-1")]
    public void Roles_in_scanner_yaml(string roles, string read) =>
        Assert.Equal(read, string.Join('|', Aws(roles).Roles.Select(r => $"{r.Arn} {r.SessionName} {r.ExternalId}")));

    [Fact]
    public void Accounts_in_scanner_yaml()
    {
        var target = Aws("accounts: [111111111111, 222222222222], assumeRole: 'arn:aws:iam::{account}:role/reader', regions: all");

        Assert.Equal(RegionSearch.Enabled, target.Search);
        Assert.Equal(["arn:aws:iam::111111111111:role/reader", "arn:aws:iam::222222222222:role/reader"], target.PerAccount().Select(a => a.Roles[0].Arn));
    }

    [Theory]
    [InlineData("assumeRole: reader", "1:31: 'reader' is not the ARN of a role")]
    [InlineData("assumeRole: { externalId: ext-1 }", "1:31: a role is named by its arn")]
    [InlineData("assumeRole: { role: x }", "1:33: unknown key 'role'")]
    [InlineData("assumeRole: []", "1:31: the list of roles is empty")]
    [InlineData("accounts: [111111111111]", "1:19: accounts are entered through a role")]
    [InlineData("accounts: [12], assumeRole: 'arn:aws:iam::{account}:role/reader'", "1:30: '12' is no account: twelve digits are expected")]
    [InlineData("assumeRole: 'arn:aws:iam::{account}:role/reader'", "{account} in assumeRole stands for accounts, and there are none")]
    [InlineData("regions: [us-east-1, '../x y']", "1:40: '../x y' is no region: one name such as us-east-1 is expected")]
    [InlineData("regions: us_east_1", "1:28: 'us_east_1' is no region: ")]
    [InlineData("regions: ['']", "1:29: '' is no region: ")]
    [InlineData("}, kubernetes: { eks: pwb, region: us_east_1", "'us_east_1' is no region: ")]
    [InlineData("regions: [all, us-east-1]", "1:28: all stands for every enabled region")]
    public void What_scanner_yaml_cannot_mean(string aws, string problem) =>
        Assert.Contains(problem, Assert.Throws<UserErrorException>(() => Aws(aws)).Message, StringComparison.Ordinal);

    private AwsTarget Aws(string aws)
    {
        _folder.Write("scanner.yaml", $"targets: [{{ aws: {{{aws}}} }}]");
        return ScannerYaml.Load(_folder.Path("scanner.yaml"), Directory.GetCurrentDirectory()).Targets[0].Aws!;
    }

    private Task<ScannerProcess.Result> Run(RecordedAws aws, params string[] arguments) => ScannerProcess.Run(_folder.Path("."), new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = aws.Url.ToString(), ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["AWS_SHARED_CREDENTIALS_FILE"] = _folder.Path("credentials"), ["AWS_CONFIG_FILE"] = _folder.Path("no-config"),
    }, arguments);
}
