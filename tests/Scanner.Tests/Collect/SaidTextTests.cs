using System.Net;
using Amazon.Runtime;
using Scanner.Collect.Aws;

namespace Scanner.Tests.Collect;

/// <summary>What services say goes into snapshots, reports and logs: no secret with it, and nothing missing that says what is wrong.</summary>
public sealed class SaidTextTests
{
    [Theory]
    [InlineData("bad token FwoGZXIvYXdzEJr//////////wEaDKq7R9fE2b", "bad token ***")]
    [InlineData("use password=hunter2 here", "use password=*** here")]
    [InlineData("password: hunter2", "password: ***")]
    [InlineData("{\"db_pwd\":\"hunter2\"}", "{\"db_pwd\":***}")]
    [InlineData("pass='hunter 2'; pin: 1234", "pass=***; pin: ***")]
    [InlineData("Authorization: Bearer abc", "Authorization: ***")]
    [InlineData("x-amz-security-token:FwoG", "x-amz-security-token:***")]
    [InlineData("at https://user:pa55w0rd@db.example/x", "at https://***@db.example/x")]
    [InlineData("key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "key ***")]
    [InlineData("AKIAIOSFODNN7EXAMPLE is gone", "*** is gone")]
    [InlineData("not authorized. Encoded authorization failure message: K9x-Zq_77aBcd", "not authorized.")]
    public void Secret_is_hidden(string text, string said) => Assert.Equal(said, SaidText.Of(text));

    [Theory]
    [InlineData("User: arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_ReadOnly_0a1b2c3d4e5f6071/jane.doe@corp.example is not authorized to perform: rds:DescribeDBInstances on resource: arn:aws:rds:us-east-1:123456789012:db:* because no identity-based policy allows the rds:DescribeDBInstances action")]
    [InlineData("The instance ID 'i-0abc1234567890def' does not exist in vpc-0123456789abcdef0, eipalloc-0123456789abcdef0")]
    [InlineData("no secret arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbCdEf here")]
    [InlineData("The security token included in the request is invalid.")]
    [InlineData("Credential should be scoped to a valid region.")]
    [InlineData("ExpiredToken: said no")]
    [InlineData("Name or service not known (ec2.us-east-1.amazonaws.com:443)")]
    public void What_says_why_stays(string text) => Assert.Equal(text, SaidText.Of(text));

    [Fact]
    public void Refusal_of_a_service_is_filtered()
    {
        var refusal = AwsRefusal.Of(new AmazonServiceException("bad password=hunter2", null, ErrorType.Sender, "InvalidParameterValue", "r", HttpStatusCode.BadRequest), "ec2:DescribeVpcs");
        Assert.Equal("InvalidParameterValue: bad password=***", refusal.Detail);
    }
}
