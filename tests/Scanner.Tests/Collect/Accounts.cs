using System.Text;

namespace Scanner.Tests.Collect;

/// <summary>Answers of STS in a world of several accounts, where a role's key is <c>ASIA</c> and its name.</summary>
internal static class Accounts
{
    /// <summary>Roles are assumed by whoever asks, and callers are in their role's account.</summary>
    public static AwsAnswer? Sts(AwsRequest request) => request.Action switch
    {
        "sts:AssumeRole" => Assumed(request.Form["RoleArn"]),
        "sts:GetCallerIdentity" when request.AccessKey is { } key && key.StartsWith("ASIA", StringComparison.Ordinal) => Caller(key[4..16], key[17..]),
        _ => null,
    };

    public static AwsAnswer Caller(string account, string role) => Xml(
        $"<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Arn>arn:aws:sts::{account}:assumed-role/{role}/scanner</Arn><UserId>u</UserId><Account>{account}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>");

    public static AwsAnswer Xml(string body) => new(200, "text/xml", Encoding.UTF8.GetBytes(body));

    private static AwsAnswer Assumed(string arn)
    {
        var (account, role) = (arn.Split(':')[4], arn.Split('/')[^1]);
        return Xml($"<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials><AccessKeyId>ASIA{account}-{role}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><Arn>{arn}</Arn><AssumedRoleId>x:y</AssumedRoleId></AssumedRoleUser></AssumeRoleResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AssumeRoleResponse>");
    }
}
