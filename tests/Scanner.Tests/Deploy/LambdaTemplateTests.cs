using System.Text.Json;
using Scanner.Collect.Aws;
using YamlDotNet.RepresentationModel;

namespace Scanner.Tests.Deploy;

/// <summary>The template gives the function what a scan asks, and beside that only what it keeps for itself.</summary>
public sealed class LambdaTemplateTests
{
    private static readonly YamlNode s_resources = Template("Resources");

    [Fact]
    public void What_it_reads_is_what_is_printed()
    {
        var printed = JsonDocument.Parse(AwsPermissions.Json(null)).RootElement.GetProperty("Statement").EnumerateArray()
            .Select(s => (s.GetProperty("Resource").GetString()!, string.Join(' ', s.GetProperty("Action").EnumerateArray().Select(a => a.GetString()))));
        Assert.Equal(printed, Items(s_resources["ReadPolicy"]["Properties"]["PolicyDocument"]["Statement"]).Select(s => (s["Resource"].ToString(), string.Join(' ', Items(s["Action"])))));
    }

    [Fact]
    public void What_it_writes_is_its_own_bucket_logs_and_queue()
    {
        var own = Items(s_resources["Role"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]).Select(s => s.Tag.IsEmpty ? s : s[1]).ToList();
        Assert.DoesNotContain(own, s => s["Resource"].ToString() == "*" || s["Action"].ToString().Contains('*', StringComparison.Ordinal));
        Assert.Equal(["logs:CreateLogStream", "logs:PutLogEvents", "s3:DeleteObject", "s3:GetObject", "s3:ListBucket", "s3:PutObject", "secretsmanager:GetSecretValue", "sqs:SendMessage", "sts:AssumeRole"],
            own.SelectMany(s => s["Action"] is YamlSequenceNode many ? many.Select(a => a.ToString()) : [s["Action"].ToString()]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_variables_that_it_sets_are_those_that_the_function_reads() =>
        Assert.Equal(["SCANNER_CONFIG", "SCANNER_GITHUB_REPOSITORY", "SCANNER_GITHUB_TOKEN_SECRET", "SCANNER_HISTORY", "SCANNER_REPORTS"],
            ((YamlMappingNode)s_resources["Function"]["Properties"]["Environment"]["Variables"]).Children.Keys.Select(k => k.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void Buckets_and_queues_are_encrypted_and_not_public()
    {
        Assert.Equal("aws:kms", s_resources["Bucket"]["Properties"]["BucketEncryption"]["ServerSideEncryptionConfiguration"][0]["ServerSideEncryptionByDefault"]["SSEAlgorithm"].ToString());
        Assert.All(((YamlMappingNode)s_resources["Bucket"]["Properties"]["PublicAccessBlockConfiguration"]).Children.Values, v => Assert.Equal("true", v.ToString()));
        Assert.Equal("true", s_resources["DeadLetters"]["Properties"]["SqsManagedSseEnabled"].ToString());
    }

    private static YamlNode Template(string part)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Repository.Path("deploy", "lambda", "template.yaml"))));
        return stream.Documents[0].RootNode[part];
    }

    private static IEnumerable<YamlNode> Items(YamlNode node) => (YamlSequenceNode)node;
}
