using System.Globalization;
using System.Net;
using System.Text;

namespace Scanner.Tests.Collect;

/// <summary>A signed request to AWS: which service and operation it is, and every value that it names.</summary>
/// <param name="Service">The service that it is signed for, which is also the prefix of its IAM actions.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Values">The values of its parameters and the parts of its path, split where ids and ARNs have joints.</param>
internal sealed record AwsRequest(string Service, string Operation, IReadOnlySet<string> Values)
{
    /// <summary>The service of requests that nobody signed: for credentials, before there are any.</summary>
    public const string Unsigned = "unsigned";

    /// <summary>The access key that it is signed with; null where it is not signed.</summary>
    public string? AccessKey { get; private init; }

    /// <summary>The session token that goes with the key, or the authorization of an unsigned request; null where there is none.</summary>
    public string? Token { get; private init; }

    /// <summary>The IAM action, e.g. <c>rds:DescribeDBInstances</c>.</summary>
    public string Action => $"{Service}:{Operation}";

    /// <summary>The region that it is signed for.</summary>
    public string Region { get; private init; } = "";

    /// <summary>Its parameters, where it is a form.</summary>
    public IReadOnlyDictionary<string, string> Form { get; private init; } = new Dictionary<string, string>();

    /// <summary>Reads one request; null where the connection ends before it does.</summary>
    public static async Task<AwsRequest?> Read(Stream stream, CancellationToken cancellationToken)
    {
        if (await Head(stream, cancellationToken) is not var (lines, rest)) return null;
        var headers = lines.Skip(1).Select(l => l.Split(':', 2)).ToDictionary(h => h[0].Trim(), h => h[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        rest.CopyTo(body, 0);
        await stream.ReadExactlyAsync(body.AsMemory(rest.Length), cancellationToken);
        return Of(lines[0].Split(' ')[1], headers, Encoding.UTF8.GetString(body));
    }

    private static AwsRequest Of(string target, Dictionary<string, string> headers, string body)
    {
        // Credential=AKID/20260302/us-east-1/rds/aws4_request
        var signed = headers.GetValueOrDefault("Authorization", "").Split("Credential=") is [_, var credential] ? credential.Split(',')[0].Split('/') : null;
        var service = signed?[3] ?? Unsigned;
        var (path, query) = target.Split('?', 2) is [var p, var q] ? (p, q) : (target, "");
        var isForm = headers.GetValueOrDefault("Content-Type", "").StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal);
        var form = Pairs(isForm ? body : query);
        var values = form.Values.Append(WebUtility.UrlDecode(path)).Append(isForm ? "" : body).SelectMany(v => v.Split('/', ':', ',', '"', '{', '}'))
            .Concat(form.Values).Where(v => v.Length > 0).ToHashSet(StringComparer.Ordinal);
        return new(service, OperationOf(service, path, headers, form), values)
        {
            AccessKey = signed?[0],
            Region = signed?[2] ?? "",
            Form = form,
            Token = headers.GetValueOrDefault(signed is null ? "Authorization" : "X-Amz-Security-Token") ?? headers.GetValueOrDefault("x-amz-sso_bearer_token"),
        };
    }

    private static string OperationOf(string service, string path, Dictionary<string, string> headers, Dictionary<string, string> form) => service switch
    {
        _ when form.TryGetValue("Action", out var action) => action,
        _ when headers.TryGetValue("X-Amz-Target", out var target) => target[(target.LastIndexOf('.') + 1)..],
        Unsigned => path,
        "s3" => "GetObjectVersion",
        "route53" when path.EndsWith("/rrset", StringComparison.Ordinal) => "ListResourceRecordSets",
        "route53" when path.EndsWith("/hostedzone", StringComparison.Ordinal) => "ListHostedZones",
        "elasticfilesystem" when path.EndsWith("/security-groups", StringComparison.Ordinal) => "DescribeMountTargetSecurityGroups",
        "elasticfilesystem" when path.EndsWith("/mount-targets", StringComparison.Ordinal) => "DescribeMountTargets",
        "elasticfilesystem" when path.EndsWith("/backup-policy", StringComparison.Ordinal) => "DescribeBackupPolicy",
        "elasticfilesystem" when path.EndsWith("/access-points", StringComparison.Ordinal) => "DescribeAccessPoints",
        "elasticfilesystem" when path.EndsWith("/file-systems", StringComparison.Ordinal) => "DescribeFileSystems",
        "eks" => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["cluster-versions"] => "DescribeClusterVersions",
            [_] => "ListClusters",
            [_, _] => "DescribeCluster",
            [_, _, "addons"] => "ListAddons",
            [_, _, "addons", _] => "DescribeAddon",
            [_, _, "node-groups"] => "ListNodegroups",
            [_, _, "node-groups", _] => "DescribeNodegroup",
            [_, _, "fargate-profiles"] => "ListFargateProfiles",
            [_, _, "fargate-profiles", _] => "DescribeFargateProfile",
            _ => throw new InvalidOperationException($"unknown request to eks: {path}"),
        },
        _ => throw new InvalidOperationException($"unknown request to {service}: {path}"),
    };

    private static Dictionary<string, string> Pairs(string form) => form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2))
        .ToDictionary(p => WebUtility.UrlDecode(p[0]), p => p.Length > 1 ? WebUtility.UrlDecode(p[1]) : "", StringComparer.Ordinal);

    /// <summary>The lines before the body, and as much of the body as came with them; byte by byte it would cost more than all that is tested.</summary>
    private static async Task<(string[] Lines, byte[] Body)?> Head(Stream stream, CancellationToken cancellationToken)
    {
        var (buffer, length, end) = (new byte[4096], 0, -1);
        while (end < 0)
        {
            if (length == buffer.Length) Array.Resize(ref buffer, 2 * length);
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0) return null;
            length += read;
            end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
        }
        return (Encoding.Latin1.GetString(buffer, 0, end).Split("\r\n", StringSplitOptions.RemoveEmptyEntries), buffer[(end + 4)..length]);
    }
}
