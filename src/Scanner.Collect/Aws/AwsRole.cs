using System.Text.RegularExpressions;

namespace Scanner.Collect.Aws;

/// <summary>A role to assume on the way into an account.</summary>
/// <param name="Arn">Its ARN; <c>{account}</c> may stand for the account's number.</param>
public sealed partial record AwsRole(string Arn)
{
    private const string OfAccount = "{account}";

    /// <summary>What the role's trust policy asks of those outside its account; null where it asks nothing.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The name under which the account's log shows the scan.</summary>
    public string SessionName { get; init; } = "scanner";

    /// <summary>Whether it is one role in each of several accounts.</summary>
    public bool IsForEachAccount => Arn.Contains(OfAccount, StringComparison.Ordinal);

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::(\d{12}|\{account\}):role/[\w+=,.@/-]{1,576}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RoleArn { get; }

    [GeneratedRegex(@"^[\w+=,.@:/-]{2,1224}$", RegexOptions.CultureInvariant)]
    private static partial Regex ExternalIdText { get; }

    [GeneratedRegex(@"^[\w+=,.@-]{2,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex SessionNameText { get; }

    /// <summary>The role of that name in one account.</summary>
    public AwsRole In(string account) => this with { Arn = Arn.Replace(OfAccount, account, StringComparison.Ordinal) };

    /// <summary>What is wrong with a role's ARN; null where it is one.</summary>
    public static string? ArnProblem(string arn) => RoleArn.IsMatch(arn) ? null : $"'{arn}' is not the ARN of a role, such as arn:aws:iam::123456789012:role/scanner";

    /// <summary>What is wrong with an external id; null where it can be one.</summary>
    public static string? ExternalIdProblem(string id) => ExternalIdText.IsMatch(id) ? null : "an external id has 2 to 1224 letters, digits or any of +=,.@:/-";

    /// <summary>What is wrong with a session's name; null where it can be one.</summary>
    public static string? SessionNameProblem(string name) => SessionNameText.IsMatch(name) ? null : $"'{name}' cannot name a session: 2 to 64 letters, digits or any of +=,.@- are expected";
}
