using Scanner.Model;

namespace Scanner.Tests.Report;

/// <summary>Gaps of several causes.</summary>
internal static class SampleGaps
{
    public static readonly Gap Denied = new("123456789012/eu-west-1", "Database", "rds:DescribeDBInstances", GapCause.Denied,
        "AccessDenied: not authorized to perform rds:DescribeDBInstances", new(RemedyKind.Permission, "rds:DescribeDBInstances"));

    public static readonly Gap Unlisted = new("123456789012/eu-west-1", "Cluster", "cloudformation:ListStacks", GapCause.Denied,
        "AccessDenied: not authorized to perform cloudformation:ListStacks", new(RemedyKind.Permission, "cloudformation:ListStacks"));

    public static readonly Gap Unset = new("", "", "workbenchDatabase", GapCause.Unset,
        "parameter workbenchDatabase is not set", new(RemedyKind.Parameter, "workbenchDatabase"));

    public static readonly Gap Unattested = new("123456789012/eu-west-1", "", "license", GapCause.Hidden,
        "the number of seats stands in the contract", new(RemedyKind.Attestation, "license seats"));
}
