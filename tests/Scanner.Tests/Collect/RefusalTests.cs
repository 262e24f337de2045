using System.Net;
using Amazon.Runtime;
using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Tests.Collect;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("AccessDenied", 403, GapCause.Denied, "allow rds:DescribeDBInstances")]
    [InlineData("AccessDeniedException", 400, GapCause.Denied, "allow rds:DescribeDBInstances")]
    [InlineData("UnauthorizedOperation", 403, GapCause.Denied, "allow rds:DescribeDBInstances")]
    [InlineData("NotAuthorizedException", 400, GapCause.Denied, "allow rds:DescribeDBInstances")]
    [InlineData("", 403, GapCause.Denied, "allow rds:DescribeDBInstances")]
    [InlineData("", 401, GapCause.Denied, "allow rds:DescribeDBInstances")]
    [InlineData("ExpiredToken", 403, GapCause.Denied, "scan again: with valid credentials (aws sso login, or renew the session)")]
    [InlineData("UnrecognizedClientException", 400, GapCause.Denied, "scan again: with valid credentials (aws sso login, or renew the session)")]
    [InlineData("AuthFailure", 401, GapCause.Denied, "scan again: with valid credentials (aws sso login, or renew the session)")]
    [InlineData("RequestLimitExceeded", 503, GapCause.Throttled, "scan again: later, or with more time")]
    [InlineData("Throttling", 400, GapCause.Throttled, "scan again: later, or with more time")]
    [InlineData("SlowDown", 503, GapCause.Throttled, "scan again: later, or with more time")]
    [InlineData("", 429, GapCause.Throttled, "scan again: later, or with more time")]
    [InlineData("InternalFailure", 500, GapCause.Failed, "scan again: rds:DescribeDBInstances failed")]
    [InlineData("ServiceUnavailable", 503, GapCause.Failed, "scan again: rds:DescribeDBInstances failed")]
    [InlineData("DBInstanceNotFound", 404, GapCause.Failed, "scan again: rds:DescribeDBInstances failed")]
    public void Service_error(string code, int status, GapCause cause, string remedy)
    {
        var refusal = AwsRefusal.Of(new AmazonServiceException("said\nso", null, ErrorType.Sender, code, "r-1", (HttpStatusCode)status), "rds:DescribeDBInstances");

        Assert.Equal((cause, remedy), (refusal.Cause, refusal.Remedy.ToString()));
        Assert.Equal(code.Length == 0 ? "said so" : $"{code}: said so", refusal.Detail);
    }

    [Fact]
    public void Transport_error_says_what_the_network_said()
    {
        var refusal = AwsRefusal.Of(new AmazonClientException("could not", new HttpRequestException("Name does not resolve")), "ec2:DescribeVpcs");

        Assert.Equal((GapCause.Failed, "Name does not resolve"), (refusal.Cause, refusal.Detail));
    }

    [Fact]
    public void Credentials_that_cannot_be_found_are_no_matter_of_permission() =>
        Assert.Contains("aws sso login", AwsRefusal.Of(new AmazonClientException("Failed to resolve AWS credentials."), "sts:GetCallerIdentity").Remedy.ToString(), StringComparison.Ordinal);
}
