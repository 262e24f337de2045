using System.Text;
using Scanner.Collect.Declared;
using Scanner.Collect.Declared.CloudFormation;
using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.CloudFormation;

public sealed class CloudFormationFormatTests
{
    [Theory]
    [InlineData("cloudformation-good", "template.yaml")]
    [InlineData("cloudformation-odd", "template.json")]
    public async Task Every_fact_with_its_line_is_as_approved(string name, string file)
    {
        var state = await DeclaredReading.Of("cloudformation", DeclaredReading.Fixture(name, file));

        var text = DeclaredReading.Listing(state.Snapshot) + string.Concat(state.UnknownKeys.Select(k => $"unknown {k}\n"));
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Approved.Matches(Repository.Path("fixtures", "declared", name, "facts.txt"), Encoding.UTF8.GetBytes(text));
    }

    [Theory]
    [InlineData("Resources: {A: {Type: 'AWS::S3::Bucket'}}", true)]
    [InlineData("{\"Resources\": {\"A\": {\"Type\": \"Custom::X\"}}}", true)]
    [InlineData("Resources: {A: {Type: Deployment}}", false)]
    [InlineData("Resources: [a]", false)]
    [InlineData("HeadNode: {}", false)]
    [InlineData("Resources: {", false)]
    public void Is_known_by_the_types_of_its_resources(string text, bool isOne)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        Assert.Equal(isOne, new CloudFormationFormat().Recognizes(new(path, "t.yaml")));
        File.Delete(path);
    }

    [Theory]
    [InlineData("GroupId: sg-live, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("GroupId: sg-live, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: {Ref: From}", null)]
    [InlineData("GroupId: {Ref: Group}, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0", null)]
    [InlineData("GroupId: sg-other, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0", "")]
    public async Task Rule_for_a_group_that_the_template_does_not_make_comes_to_the_live_one(string properties, string? expected)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, $"Resources:\n  In: {{Type: 'AWS::EC2::SecurityGroupIngress', Properties: {{{properties}}}}}\n", TestContext.Current.CancellationToken);
        var change = await DeclaredReading.Of("cloudformation", new DeclaredInput(path, "t.yaml"));
        File.Delete(path);

        var ingress = new ResourceGraph(Overlay.Lay(Laid.Seen(new SecurityGroup { Id = "sg-live", Ingress = (Items<SecurityGroupRule>)[] }), change, isPreview: true)).Find<SecurityGroup>("sg-live")!.Ingress;

        Assert.Equal(expected, ingress.IsKnown ? string.Join(' ', ingress.Value.AsEnumerable().Select(r => r.Peer)) : null);
    }

    [Theory]
    [InlineData("sg-1, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0", "10.0.0.0/8 0.0.0.0/0")]
    [InlineData("sg-1, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("sg-1, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: {Ref: From}", null)]
    [InlineData("{Ref: Group}, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0", null)]
    [InlineData("sg-2, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0", "10.0.0.0/8")]
    public async Task Rule_for_a_group_that_another_file_declares_comes_to_it(string properties, string? expected)
    {
        using var folder = new TemporaryFolder();
        folder.With("t.yaml", $"Resources:\n  In: {{Type: 'AWS::EC2::SecurityGroupIngress', Properties: {{GroupId: {properties}}}}}\n");
        folder.With("state.json", """
            {"format_version": "1.0", "terraform_version": "1.9.0", "values": {"root_module": {"resources": [{"address": "aws_security_group.x", "mode": "managed", "type": "aws_security_group", "name": "x", "values": {
              "id": "sg-1", "name": "x", "vpc_id": "vpc-1", "tags": {}, "egress": [], "ingress": [{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["10.0.0.0/8"], "ipv6_cidr_blocks": [], "prefix_list_ids": [], "security_groups": [], "self": false}]} }]} } }
            """);
        var change = await new DeclaredFiles("scanner", new FixedTime()).Read("t", new("pwb"), [new(new(folder["t.yaml"], "t.yaml"), null), new(new(folder["state.json"], "state.json"), null)], TestContext.Current.CancellationToken);

        foreach (var seen in new[] { Laid.Seen(new SecurityGroup { Id = "sg-1", Ingress = (Items<SecurityGroupRule>)[] }), Laid.Seen() })
        {
            var ingress = new ResourceGraph(Overlay.Lay(seen, change, isPreview: true)).Find<SecurityGroup>("sg-1")!.Ingress;
            Assert.Equal(expected, ingress.IsKnown ? string.Join(' ', ingress.Value.AsEnumerable().Select(r => r.Peer)) : null);
        }
        Assert.Equal(expected != "10.0.0.0/8", change.Snapshot.Header.Declarations.AsEnumerable().Any(d => d is { Key: "sg-1", Property: "ingress", Location.File: "t.yaml" }));
    }

    [Theory]
    [InlineData("Outputs: {}", "cluster.yaml:1:1: no Resources, which every CloudFormation template has")]
    [InlineData("Transform: [AWS::LanguageExtensions, Mine]\nResources: {}", "cluster.yaml:1:38: a macro rewrites this template")]
    [InlineData("Transform: {Name: AWS::Include}\nResources: {}", "cluster.yaml:1:12: a macro rewrites this template")]
    [InlineData("Resources: &a {A: *a}", "cluster.yaml:1:")]
    [InlineData("Resources:\n\tA: {}", "cluster.yaml:2:")]
    [InlineData("Resources: {A: {Type: “AWS::S3::Bucket”}}", "cluster.yaml:1:23: typographic quotes")]
    public async Task File_that_is_no_template_says_where(string text, string message)
    {
        var e = await Assert.ThrowsAsync<DeclaredException>(() => DeclaredReading.Text(new CloudFormationFormat(), text));

        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Type_that_is_misspelt_is_listed_with_the_one_that_was_meant()
    {
        var (_, unknown) = await DeclaredReading.Text(new CloudFormationFormat(), "Resources:\n  A:\n    Type: AWS::EC2::SecurtyGroup\n  B: {Type: AWS::IAM::Role}\n  C: {Type: AWS::EC2::SecurityGroup}\n");
        Assert.Equal(["cluster.yaml:3:11: Resources/A of type AWS::EC2::SecurtyGroup; did you mean 'AWS::EC2::SecurityGroup'?"], unknown);
    }

    [Fact]
    public async Task Default_of_a_parameter_is_not_what_is_deployed()
    {
        var database = await Database("Class", "!Ref Class");

        Assert.Equal(GapCause.NotAsked, database.InstanceClass.Gap!.Cause);
        Assert.Equal("check the live account too: --aws-region REGION", database.InstanceClass.Gap.Remedy.ToString());
    }

    [Fact]
    public async Task What_the_template_says_is_known() => Assert.Equal("db.m6i.large", (await Database("Class", "db.m6i.large")).InstanceClass.Value);

    [Theory]
    [InlineData("Properties: !If [A, {}, {}]")]
    [InlineData("Condition: A, Properties: {Engine: mysql}")]
    public async Task Resource_that_may_not_be_there_is_not_told_of(string said)
    {
        var (snapshot, unknown) = await DeclaredReading.Text(new CloudFormationFormat(), $"Resources: {{Db: {{Type: 'AWS::RDS::DBInstance', {said}}}}}");

        Assert.Empty(snapshot.Observations);
        Assert.Contains("Resources/Db, which is made on a condition", Assert.Single(unknown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_covers_no_kind_but_those_of_a_cluster_in_it()
    {
        var (snapshot, _) = await DeclaredReading.Text(new CloudFormationFormat(), "Resources: {Db: {Type: 'AWS::RDS::DBInstance', Properties: {Engine: mysql}}}");

        Assert.Empty(snapshot.Coverage);
    }

    [Theory]
    [InlineData("{Type: 'Custom::PclusterCluster', Properties: {ClusterConfiguration: {HeadNode: {}, Scheduling: {Scheduler: slurm}}}}", true)]
    [InlineData("{Type: 'Custom::PclusterCluster', Properties: {ClusterConfiguration: {HeadNode: {}, Scheduling: {Scheduler: slurm}}}}, B: {Type: 'AWS::EKS::Nodegroup', Condition: c}", false)]
    [InlineData("{Type: 'Custom::PclusterCluster', Properties: {ClusterConfiguration: !Ref Config}}", false)]
    public async Task Node_groups_are_all_there_only_where_all_clusters_are_written_out(string resources, bool isWhole)
    {
        var (snapshot, _) = await DeclaredReading.Text(new CloudFormationFormat(), $"Resources: {{A: {resources}}}");

        Assert.Equal(isWhole, snapshot.Coverage.Where(c => c.Kind == nameof(NodeGroup)).All(c => c.Gap is null));
    }

    private static async Task<Database> Database(string parameter, string value)
    {
        var (snapshot, _) = await DeclaredReading.Text(new CloudFormationFormat(),
            $"Parameters: {{{parameter}: {{Type: String, Default: db.t3.micro}}}}\nResources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: {value}\n");
        return new ResourceGraph(snapshot).Find<Database>("declared://pwb-files/cloudformation/Db")!;
    }
}
