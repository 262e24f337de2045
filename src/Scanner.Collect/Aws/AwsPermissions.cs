using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Scanner.Collect.Aws;

/// <summary>The least that a scan needs of AWS: an IAM policy that only reads, and a CloudFormation template of a role that has it.</summary>
public static class AwsPermissions
{
    private const string OnObjects = "s3:GetObjectVersion";

    /// <summary>The objects in which ParallelCluster keeps clusters' configurations, in the bucket that it makes.</summary>
    private const string Objects = ":s3:::parallelcluster-*-v1-do-not-delete/parallelcluster/*/clusters/*/configs/*";

    private static readonly JsonWriterOptions s_json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The policy as JSON, for every partition.</summary>
    /// <param name="wanted">What the chosen rules need; null for all that a scan may ask.</param>
    /// <param name="kept">The prefix in S3 at which what scans find is kept; null for none.</param>
    public static string Json(IReadOnlySet<string>? wanted, KeptObjects? kept = null)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, s_json))
        {
            json.WriteStartObject();
            json.WriteString("Version", "2012-10-17");
            json.WriteStartArray("Statement");
            Statement(json, [.. Actions(wanted).Where(a => a != OnObjects)], "*");
            if (Actions(wanted).Contains(OnObjects)) Statement(json, [OnObjects], "arn:*" + Objects);
            foreach (var (actions, resource) in kept?.Grants ?? []) Statement(json, actions, "arn:*" + resource);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(text.ToArray()) + "\n";
    }

    /// <summary>A template that makes a role with the policy, which one principal may assume.</summary>
    /// <param name="wanted">What the chosen rules need; null for all that a scan may ask.</param>
    /// <param name="kept">The prefix in S3 at which what scans find is kept; null for none.</param>
    public static string CloudFormation(IReadOnlySet<string>? wanted, KeptObjects? kept = null)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var action in Actions(wanted).Where(a => a != OnObjects)) text.Append(CultureInfo.InvariantCulture, $"                  - {action}\n");
        text.Append("                Resource: \"*\"\n");
        if (Actions(wanted).Contains(OnObjects))
            text.Append(CultureInfo.InvariantCulture, $"              - Effect: Allow\n                Action: {OnObjects}\n                Resource: !Sub \"arn:${{AWS::Partition}}{Objects}\"\n");
        foreach (var (actions, resource) in kept?.Grants ?? [])
            text.Append(CultureInfo.InvariantCulture, $"              - Effect: Allow\n                Action: [{string.Join(", ", actions)}]\n                Resource: !Sub \"arn:${{AWS::Partition}}{resource}\"\n");
        return text.Append(Tail.ReplaceLineEndings("\n")).ToString();
    }

    /// <summary>Asked by every scan that names no region.</summary>
    internal const string OfRegions = "ec2:DescribeRegions";

    /// <summary>The actions in the policy, sorted: those that are wanted, who asks, which regions there are, and where a Kubernetes cluster is if one is looked at.</summary>
    internal static IReadOnlyList<string> Actions(IReadOnlySet<string>? wanted)
    {
        if (wanted is null) return [.. AwsActions.All];
        var entersClusters = wanted.Any(a => a.StartsWith("list ", StringComparison.Ordinal) || a.StartsWith("eks:", StringComparison.Ordinal));
        var needed = AwsActions.WithPrerequisites([.. wanted, "sts:GetCallerIdentity", OfRegions, .. entersClusters ? ["eks:DescribeCluster"] : (string[])[]]);
        return [.. AwsActions.All.Where(needed.Contains)];
    }

    private static void Statement(Utf8JsonWriter json, IReadOnlyList<string> actions, string resource)
    {
        json.WriteStartObject();
        json.WriteString("Effect", "Allow");
        json.WriteStartArray("Action");
        foreach (var action in actions) json.WriteStringValue(action);
        json.WriteEndArray();
        json.WriteString("Resource", resource);
        json.WriteEndObject();
    }

    private const string Head = """
        AWSTemplateFormatVersion: "2010-09-09"
        Description: A role with which scanner reads, and never writes, what it checks.
        Parameters:
          PrincipalArn:
            Type: String
            Description: ARN of the user or role that runs scanner; it may assume this role.
          ExternalId:
            Type: String
            Default: ""
            Description: External id that it must give; empty for none.
          RoleName:
            Type: String
            Default: ""
            Description: The role's name, the same in every account of a StackSet; empty for one that CloudFormation makes up.
        Conditions:
          HasExternalId: !Not [!Equals [!Ref ExternalId, ""]]
          HasRoleName: !Not [!Equals [!Ref RoleName, ""]]
        Resources:
          ScannerRole:
            Type: AWS::IAM::Role
            Properties:
              RoleName: !If [HasRoleName, !Ref RoleName, !Ref "AWS::NoValue"]
              Description: Read-only, for scanner
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Ref PrincipalArn
                    Action: sts:AssumeRole
                    Condition: !If
                      - HasExternalId
                      - StringEquals:
                          sts:ExternalId: !Ref ExternalId
                      - !Ref AWS::NoValue
              Policies:
                - PolicyName: scanner
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Action:

        """;

    private const string Tail = """
        Outputs:
          RoleArn:
            Description: What to give scanner as --assume-role.
            Value: !GetAtt ScannerRole.Arn

        """;
}
