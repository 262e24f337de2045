using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.SecurityToken;
using Scanner.Model;
using Environment = System.Environment;

namespace Scanner.Collect.Aws;

/// <summary>
/// The config and credentials files as the SDK reads them. It quotes a line that it does not understand, which may be a key, so that
/// neither its message nor the exception goes on from here.
/// </summary>
internal static partial class AwsConfigurationFiles
{
    private const string Mend = "mend it, or name others in AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE";

    // greedy: what the line holds may look like the rest of the message
    [GeneratedRegex("^Line (?<line>[0-9]+):(.*> in file (?<file>.+) does not contain)?", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Place { get; }

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string[] Files =>
    [
        Environment.GetEnvironmentVariable("AWS_CONFIG_FILE") is { Length: > 0 } config ? config : Path.Combine(Home, ".aws", "config"),
        Environment.GetEnvironmentVariable(SharedCredentialsFile.SharedCredentialsFileEnvVar) is { Length: > 0 } credentials ? credentials : Path.Combine(Home, ".aws", "credentials"),
    ];

    /// <summary>Looks at all that the SDK will read, before some client does so where nobody can say what is wrong.</summary>
    /// <param name="profile">The profile that is asked for; null for the one at hand.</param>
    /// <exception cref="AwsConfigurationException">It cannot be used.</exception>
    public static void Check(string? profile)
    {
        if (Array.Find(Files, Directory.Exists) is { } folder) throw new AwsConfigurationException(OneLine.Of($"{folder}: a file of the AWS configuration is expected here, not a directory: {Mend}"));
        Profile(AwsProfiles.Ambient);
        if (profile is not null) Profile(profile);
        Reading(profile ?? AwsProfiles.Ambient, Attempts);
    }

    /// <exception cref="AwsConfigurationException">The files cannot be used.</exception>
    public static CredentialProfile? Profile(string name) => Reading(name, () => new CredentialProfileStoreChain().TryGetProfile(name, out var profile) ? profile : null);

    /// <summary>Whether a profile has a section, which the SDK does not tell of one whose settings it cannot read.</summary>
    /// <exception cref="AwsConfigurationException">The files cannot be used.</exception>
    public static bool HasSection(string name) => Reading(name, () =>
        Files.Where(File.Exists).SelectMany(File.ReadLines).Any(l => l.Trim() is var line && (line == $"[{name}]" || line == $"[profile {name}]")));

    /// <summary>Some settings are read only when a client is made.</summary>
    private static int Attempts()
    {
        using var client = new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), AwsClients.Config(new AmazonSecurityTokenServiceConfig(), "us-east-1", null));
        return client.Config.MaxErrorRetry;
    }

    private static T Reading<T>(string profile, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e)
        {
            throw new AwsConfigurationException(OneLine.Of($"{Problem(e.GetBaseException(), profile)}: {Mend}"));
        }
    }

    private static string Problem(Exception e, string profile) => e switch
    {
        InvalidDataException when Place.Match(e.Message) is { Success: true } at => $"{Named(at)}:{at.Groups["line"].Value}: neither a section, nor a setting, nor a comment",
        UnauthorizedAccessException or IOException => $"the AWS configuration cannot be read ({e.Message})",
        AmazonClientException when e.Message.Contains("sso_session", StringComparison.Ordinal) => $"the AWS configuration has no [sso-session …] of the name that profile '{profile}' gives as its sso_session",
        AmazonClientException when e.Message.Contains("region is not a valid", StringComparison.Ordinal) => $"{AwsRegions.Configured}{e.Message}",
        AmazonClientException when e.Message.Contains("ServiceURL", StringComparison.Ordinal) => "what AWS_ENDPOINT_URL, or endpoint_url of the AWS configuration, names is no URL",
        AmazonClientException when e.Message.Contains("Default Configuration Mode", StringComparison.Ordinal) => "what AWS_DEFAULTS_MODE, or defaults_mode of the AWS configuration, names is no such mode",
        _ => $"the AWS configuration cannot be understood ({string.Join(", ", Files)}: {e.GetType().Name})",
    };

    private static string Named(Match at) => at.Groups["file"] is { Success: true, Value: var file } ? file : string.Join(" or ", Files);
}
