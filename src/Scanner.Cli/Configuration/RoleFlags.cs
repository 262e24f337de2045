using System.CommandLine;
using Scanner.Collect.Aws;

namespace Scanner.Cli.Configuration;

/// <summary>The roles that flags name, in the order in which they are assumed.</summary>
internal static class RoleFlags
{
    /// <exception cref="UserErrorException">One cannot be used.</exception>
    public static IReadOnlyList<AwsRole> Read(ParseResult command)
    {
        var arns = command.GetValue(CommonOptions.AssumeRole) ?? [];
        foreach (var arn in arns) Check("--assume-role", Problem(arn));
        var (id, session) = (command.GetValue(CommonOptions.ExternalId), command.GetValue(CommonOptions.RoleSessionName));
        if (id is not null) Check("--external-id", arns.Length == 0 ? "there is no role that it belongs to: give --assume-role ARN" : AwsRole.ExternalIdProblem(id));
        if (session is not null) Check("--role-session-name", arns.Length == 0 ? "there is no role that it belongs to: give --assume-role ARN" : AwsRole.SessionNameProblem(session));
        return arns.Length == 0 ? [] : [.. arns[..^1].Select(a => new AwsRole(a)), Named(new(arns[^1]) { ExternalId = id }, session)];
    }

    private static AwsRole Named(AwsRole role, string? session) => session is null ? role : role with { SessionName = session };

    private static string? Problem(string arn) => AwsRole.ArnProblem(arn)
        ?? (new AwsRole(arn).IsForEachAccount ? "{account} stands for the accounts of a target in scanner.yaml; give the account's number here" : null);

    private static void Check(string flag, string? problem)
    {
        if (problem is not null) throw new UserErrorException($"{flag}: {problem}");
    }
}
