using System.Text.Json;
using Scanner.Check;
using Scanner.Collect.Aws;
using YamlDotNet.RepresentationModel;

namespace Scanner.Tests.Collect;

/// <summary>The printed policy only reads, names what is wanted and nothing else, and reads the same in both forms.</summary>
public sealed class AwsPermissionsTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;

    public static TheoryData<string> Choices() => ["", "all", .. s_rules.Select(r => r.Id)];

    [Theory, MemberData(nameof(Choices))]
    public void Nothing_in_it_writes_and_both_forms_say_the_same(string choice)
    {
        var wanted = Wanted(choice);
        var (json, yaml) = (FromJson(AwsPermissions.Json(wanted)), FromYaml(AwsPermissions.CloudFormation(wanted)));
        Assert.NotEmpty(json);
        Assert.All(json, s => Assert.Matches("^[a-z0-9]+:(Describe|Get|List)[A-Z][A-Za-z0-9]+$", s.Action));
        Assert.Equal(json, yaml);
        Assert.Equal(AwsPermissions.Json(wanted), AwsPermissions.Json(wanted));
    }

    [Fact]
    public void Objects_are_read_from_the_buckets_of_ParallelCluster_only_in_every_partition()
    {
        const string Configurations = "arn:*:s3:::parallelcluster-*-v1-do-not-delete/parallelcluster/*/clusters/*/configs/*";
        Assert.All(FromJson(AwsPermissions.Json(null)), s => Assert.Equal(s.Action.StartsWith("s3:", StringComparison.Ordinal) ? Configurations : "*", s.Resource));
    }

    [Fact]
    public void Everything_is_all_that_collectors_ask() => Assert.Equal(AwsActions.All, FromJson(AwsPermissions.Json(null)).Select(s => s.Action).Order(StringComparer.Ordinal));

    [Fact]
    public void A_rule_of_the_account_alone_asks_no_EKS_and_one_of_a_cluster_finds_it()
    {
        Assert.DoesNotContain(AwsPermissions.Actions(Wanted("PCL-015")), a => a.StartsWith("eks:", StringComparison.Ordinal));
        Assert.Contains("eks:DescribeCluster", AwsPermissions.Actions(Wanted("EKS-020")));
    }

    [Fact]
    public void Regions_are_asked_for_by_every_scan_that_names_none() =>
        Assert.All(s_rules, r => Assert.Contains("ec2:DescribeRegions", AwsPermissions.Actions(Wanted(r.Id))));

    [Fact]
    public void Role_has_the_name_that_it_is_given_or_none()
    {
        var template = Document(AwsPermissions.CloudFormation(null));
        Assert.Equal(("String", ""), (template["Parameters"]["RoleName"]["Type"].ToString(), template["Parameters"]["RoleName"]["Default"].ToString()));
        var name = template["Resources"]["ScannerRole"]["Properties"]["RoleName"];
        Assert.Equal("!If", name.Tag.Value);
        Assert.Equal([("", "HasRoleName"), ("!Ref", "RoleName"), ("!Ref", "AWS::NoValue")], ((YamlSequenceNode)name).Select(n => (n.Tag.IsEmpty ? "" : n.Tag.Value, n.ToString())));
        Assert.Equal("RoleName", template["Conditions"]["HasRoleName"][0][0].ToString());
    }

    [Fact]
    public void Role_is_assumed_by_the_given_principal_with_the_external_id_where_there_is_one()
    {
        var role = (YamlMappingNode)Document(AwsPermissions.CloudFormation(null))["Resources"]["ScannerRole"];
        var trust = role["Properties"]["AssumeRolePolicyDocument"]["Statement"][0];
        Assert.Equal(("AWS::IAM::Role", "PrincipalArn", "sts:AssumeRole"), (role["Type"].ToString(), trust["Principal"]["AWS"].ToString(), trust["Action"].ToString()));
        Assert.Equal("ExternalId", trust["Condition"][1]["StringEquals"]["sts:ExternalId"].ToString());
        Assert.Equal("ScannerRole.Arn", Document(AwsPermissions.CloudFormation(null))["Outputs"]["RoleArn"]["Value"].ToString());
    }

    private static IReadOnlySet<string>? Wanted(string choice) =>
        choice.Length == 0 ? null : RuleNeeds.Installed().Of([.. s_rules.Where(r => choice == "all" || r.Id == choice)])!;

    private static List<(string Action, string Resource)> FromJson(string text) =>
    [
        .. JsonDocument.Parse(text).RootElement.GetProperty("Statement").EnumerateArray()
            .SelectMany(s => s.GetProperty("Action").EnumerateArray().Select(a => (a.GetString()!, s.GetProperty("Resource").GetString()!))),
    ];

    private static List<(string Action, string Resource)> FromYaml(string text) =>
    [
        .. ((YamlSequenceNode)Document(text)["Resources"]["ScannerRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]).SelectMany(s =>
            (s["Action"] is YamlSequenceNode many ? many.Children : [s["Action"]]).Select(a => (a.ToString(), s["Resource"].ToString().Replace("${AWS::Partition}", "*", StringComparison.Ordinal)))),
    ];

    private static YamlMappingNode Document(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
