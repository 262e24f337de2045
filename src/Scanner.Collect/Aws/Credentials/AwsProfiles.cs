using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>The profiles of the AWS configuration, as the SDK reads them.</summary>
internal static class AwsProfiles
{
    private const string Default = "default";

    /// <summary>The profile that stands where none is named: AWS_PROFILE, or <c>default</c>.</summary>
    public static string Ambient => System.Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } named ? named : Default;

    /// <exception cref="AwsConfigurationException">The files cannot be used.</exception>
    public static CredentialProfile? Find(string name) => AwsConfigurationFiles.Profile(name);

    /// <summary>Why a profile that is there is none for the SDK; null where it is one, or is not there.</summary>
    public static Refusal? Malformed(string name) => Find(name) is not null || !AwsConfigurationFiles.HasSection(name) ? null
        : Unusable($"profile '{name}' of the AWS configuration has a setting whose value cannot be read (such as max_attempts that is no number)", $"mend profile {name}");

    /// <summary>The credentials of a profile, which nobody has tried yet.</summary>
    /// <exception cref="AwsCredentialException">There is no such profile, or one that it names is missing, or it says nothing that can be used.</exception>
    public static AWSCredentials Credentials(string name)
    {
        Origin(name);
        var chain = new CredentialProfileStoreChain();
        return chain.TryGetAWSCredentials(name, out var credentials) ? credentials
            : throw new AwsCredentialException(Unusable($"profile '{name}' of the AWS configuration says nothing that gives credentials", $"complete profile {name}, or choose another one (aws configure list-profiles)"));
    }

    /// <summary>The profile whose own credentials a profile rests on: the end of its source_profile chain.</summary>
    /// <exception cref="AwsCredentialException">A profile of the chain does not exist, or names itself.</exception>
    public static CredentialProfile Origin(string name)
    {
        var passed = new List<string>();
        for (var next = name; ;)
        {
            var profile = Find(next) ?? throw Missing(next, passed);
            passed.Add(next);
            if (profile.Options.RoleArn is { Length: > 0 } role && AwsRole.ArnProblem(role) is not null)
                throw new AwsCredentialException(Unusable($"the role_arn of profile '{next}' is not the ARN of a role", $"give it one, such as arn:aws:iam::123456789012:role/scanner, in profile {next}"));
            if (profile.Options.SourceProfile is not { Length: > 0 } source || source == next) return profile;
            if (passed.Contains(source)) throw new AwsCredentialException(Unusable($"the profiles {string.Join(" → ", passed)} → {source} name each other as source_profile", "end the circle in the AWS configuration"));
            next = source;
        }
    }

    private static AwsCredentialException Missing(string name, List<string> passed)
    {
        if (Malformed(name) is { } malformed) return new(malformed);
        var names = new CredentialProfileStoreChain().ListProfiles().Select(p => p.Name).Distinct(StringComparer.Ordinal).ToList();
        var near = names.Count == 0 ? "; there are no profiles" : Suggestion.For(name, names);
        var who = passed.Count == 0 ? "" : $", which profile '{passed[^1]}' names as source_profile";
        return new(Unusable($"the AWS configuration has no profile '{name}'{who}{near}", "name a profile that exists (aws configure list-profiles)"));
    }

    private static Refusal Unusable(string detail, string remedy) => new(GapCause.Denied, OneLine.Of(detail), new(RemedyKind.Flag, remedy));
}
