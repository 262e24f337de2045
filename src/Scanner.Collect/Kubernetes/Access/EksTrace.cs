using System.Text.RegularExpressions;
using Amazon;

namespace Scanner.Collect.Kubernetes;

/// <summary>What a kubeconfig tells of the AWS account and region that an EKS cluster lies in; null where it does not tell.</summary>
internal sealed partial record EksTrace(string? Account, string? Region)
{
    [GeneratedRegex(@"\.(?<region>[a-z]{2,}(-[a-z]+)+-\d+)\.(eks\.amazonaws\.com(\.cn)?|api\.aws)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Host { get; }

    public static EksTrace Of(ClusterAccess access) =>
        // as `aws eks update-kubeconfig` names the cluster
        access.ClusterName is { } name && Arn.TryParse(name, out var arn) && arn is { Service: "eks", AccountId.Length: > 0 }
            ? new(arn.AccountId, arn.Region)
            : new(null, OfHost(access.Server.Host) ?? OfPlugin(access.Credentials as ExecPlugin));

    private static string? OfHost(string host) => Host.Match(host) is { Success: true } match ? match.Groups["region"].Value : null;

    /// <summary>As in <c>aws --region eu-west-1 eks get-token --cluster-name prod</c>.</summary>
    private static string? OfPlugin(ExecPlugin? plugin)
    {
        if (plugin is null || !plugin.Arguments.Contains("get-token", StringComparer.Ordinal)) return null;
        var place = plugin.Arguments.ToList().IndexOf("--region");
        return place >= 0 && place + 1 < plugin.Arguments.Count ? plugin.Arguments[place + 1] : null;
    }
}
