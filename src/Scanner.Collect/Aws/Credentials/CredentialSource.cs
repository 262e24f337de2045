using Amazon.Runtime;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>Where credentials come from, and what renews them once they are no longer good.</summary>
/// <param name="Name">In the words of who set them up, e.g. <c>SSO session of profile prod</c>.</param>
/// <param name="Renewal">What to do when they are refused.</param>
internal sealed record CredentialSource(string Name, Remedy Renewal)
{
    /// <summary>Credentials of which nothing is known but that they are there.</summary>
    public static readonly CredentialSource Unknown = new("credentials", new(RemedyKind.Retry, "with valid credentials (aws sso login, or renew the session)"));

    /// <param name="credentials">The credentials as the SDK resolved them.</param>
    /// <param name="profile">The profile that was asked for; null for the one at hand.</param>
    public static CredentialSource Of(AWSCredentials credentials, string? profile)
    {
        var name = profile ?? AwsProfiles.Ambient;
        return credentials switch
        {
            EnvironmentVariablesAWSCredentials => new("keys in the environment", Act("set fresh AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or unset them and set AWS_PROFILE")),
            SSOAWSCredentials => new($"SSO session of profile {name}", Login("sso login", profile)),
            LoginAWSCredentials => new($"login of profile {name}", Login("login", profile)),
            ProcessAWSCredentials => new($"credential_process of profile {name}", Act($"run the credential_process of profile {name} by hand, and mend what it says")),
            BasicAWSCredentials or SessionAWSCredentials when AwsProfiles.Find(name) is not null => new($"keys of profile {name}", Act($"put fresh keys into profile {name} of the AWS configuration")),
            AssumeRoleWithWebIdentityCredentials web => new($"web identity for {web.RoleArn}", Act($"renew the web identity token in {web.WebIdentityTokenFile}")),
            AssumeRoleAWSCredentials role when AwsProfiles.Find(name)?.Options.RoleArn == role.RoleArn => new($"role {role.RoleArn} of profile {name}", OfOrigin(name, profile)),
            GenericContainerCredentials => new(IsPodIdentity ? "EKS Pod Identity" : "container role", Act("see that the role of this container is still attached, and scan again")),
            _ when IsInstanceRole(credentials) => new("instance role", Act("see that the role of this instance is still attached, and scan again")),
            _ => Unknown,
        };
    }

    private static bool IsPodIdentity => System.Environment.GetEnvironmentVariable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") is { Length: > 0 };

    /// <summary>Which of them the default chain takes is no public type.</summary>
    private static bool IsInstanceRole(AWSCredentials credentials) => credentials.GetType().Name.Contains("InstanceProfile", StringComparison.Ordinal);

    /// <summary>A role is renewed by whatever it rests on.</summary>
    private static Remedy OfOrigin(string name, string? profile)
    {
        var origin = AwsProfiles.Origin(name);
        return origin.Options switch
        {
            { SsoSession: not null } or { SsoStartUrl: not null } => Login("sso login", origin.Name == "default" && profile is null ? null : origin.Name),
            { LoginSession: not null } => Login("login", origin.Name),
            { CredentialProcess: not null } => Act($"run the credential_process of profile {origin.Name} by hand, and mend what it says"),
            _ => Act($"put fresh keys into profile {origin.Name} of the AWS configuration"),
        };
    }

    /// <summary>The exact command; without a name it is about the profile at hand.</summary>
    private static Remedy Login(string command, string? profile) =>
        Act($"aws {command}{((profile ?? (AwsProfiles.Ambient is var ambient and not "default" ? ambient : null)) is { } name ? $" --profile {Quoted(name)}" : "")}");

    private static string Quoted(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '@' or '+') ? name : $"'{name.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static Remedy Act(string what) => new(RemedyKind.Flag, what);
}
