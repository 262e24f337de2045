using Amazon.S3;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>How what Scanner keeps for itself in S3 is reached: with the credentials, addresses and words that scans have.</summary>
public static class ArtifactAccess
{
    /// <summary>A snapshot of a hundred thousand resources has some ten megabytes, compressed.</summary>
    public const long Largest = 1024L * 1024 * 1024;

    private const string AnyRegion = "us-east-1";

    private static readonly BoundedHttp s_http = new(Largest);

    /// <summary>A client with the credentials of a profile, or those at hand. A bucket of another region is found by what S3 says of it.</summary>
    /// <param name="profile">The profile's name; null for the credentials at hand.</param>
    /// <param name="regionAtHand">The region to begin with where none is configured; null for none.</param>
    /// <exception cref="AwsConfigurationException">The files of the configuration cannot be used.</exception>
    /// <exception cref="RegionException">The configured region can be none.</exception>
    public static IAmazonS3 Client(string? profile, string? regionAtHand)
    {
        var config = AwsClients.Config(new AmazonS3Config(), AwsRegions.Default(profile) ?? regionAtHand ?? AnyRegion, endpoint: null);
        // a server at a custom address has no names for buckets
        config.ForcePathStyle = config.ServiceURL is not null;
        (config.HttpClientFactory, config.Timeout, config.MaxErrorRetry) = (s_http, TimeSpan.FromMinutes(5), 4);
        return new AmazonS3Client(new AwsTarget([]) { Profile = profile }.Source(), config);
    }

    /// <summary>Errors of the world outside; anything else is a fault of this program.</summary>
    public static bool IsOutside(Exception e) => AwsRefusal.IsOutside(e);

    /// <summary>What was refused, and what would open it, on one line.</summary>
    /// <param name="e">What was thrown.</param>
    /// <param name="action">What was asked, e.g. <c>s3:GetObject</c>.</param>
    public static string Problem(Exception e, string action)
    {
        var refusal = AwsRefusal.Of(e, action);
        return OneLine.Of(refusal.Detail) + (refusal.Remedy.Kind is RemedyKind.Retry && refusal.Cause is GapCause.Failed ? "" : $" · {refusal.Remedy}");
    }
}
