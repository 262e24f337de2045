using Scanner.Model;

namespace Scanner.Collect.Doctor;

/// <summary>A permission, tried.</summary>
/// <param name="Action">The action, as gaps and policies name it.</param>
/// <param name="Standing">What the try told.</param>
/// <param name="Detail">The service's own words; empty where the permission is there.</param>
public sealed record Permission(string Action, Standing Standing, string Detail)
{
    /// <summary>What the gap of a try tells; without one, the permission is there.</summary>
    internal static Permission Of(string action, Gap? gap) => gap is null ? new(action, Standing.There, "") : new(action, gap switch
    {
        { Cause: GapCause.NotAsked } => Standing.NotNeeded,
        { Cause: GapCause.Denied, Remedy.Kind: RemedyKind.Permission } when gap.Action == action && IsDenied(gap.Detail) => Standing.Missing,
        { Cause: GapCause.Failed } when !IsOutside(gap.Detail) && IsNotFound(gap.Detail) => Standing.There,
        _ => Standing.Untold,
    }, gap.Detail);

    /// <summary>A 403 alone may come from anyone on the way.</summary>
    private static bool IsDenied(string detail) => Aws.RefusalCodes.IsDenied(Code(detail)) || detail.StartsWith("403 Forbidden", StringComparison.Ordinal);

    /// <summary>A bucket that is not there is told to everybody, whoever may read in it.</summary>
    private static bool IsOutside(string detail) => Code(detail) is "NoSuchBucket";

    private static bool IsNotFound(string detail) => Code(detail) is var code
        && (code.Contains("NotFound", StringComparison.Ordinal) || code.StartsWith("NoSuch", StringComparison.Ordinal)
            || (code == "ValidationError" && detail.EndsWith("does not exist", StringComparison.Ordinal)));

    private static string Code(string detail) => detail.Split(": ")[0];
}
