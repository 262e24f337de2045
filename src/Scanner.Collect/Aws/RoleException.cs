using Amazon.Runtime;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>A role that could not be assumed; the inner exception says why.</summary>
internal sealed class RoleException(AwsRole role, Exception why) : AmazonClientException($"AssumeRole of {role.Arn}: {why.Message}", why)
{
    public const string Action = "sts:AssumeRole";

    /// <summary>The refusal, with the role and what would open it.</summary>
    public Refusal Refusal
    {
        get
        {
            var refusal = AwsRefusal.Of(InnerException!, Action);
            return refusal with
            {
                Detail = OneLine.Of($"{role.Arn}: {refusal.Detail}"),
                Remedy = refusal.Remedy.Kind is RemedyKind.Permission ? new(RemedyKind.Permission, Needed) : refusal.Remedy,
            };
        }
    }

    /// <summary>Either side may refuse, and STS does not say which did.</summary>
    private string Needed => $"{Action} on {role.Arn}, here and in the role's trust policy{(role.ExternalId is null ? "" : ", for this external id")}";
}
