namespace Scanner.Model;

/// <summary>The configuration's <c>DirectoryService</c> as it is written, so that what it lacks can be told; nothing secret.</summary>
/// <param name="DomainName">The domain, or the base of the directory's names; null where it is not said.</param>
/// <param name="DomainAddresses">Where the directory's servers are.</param>
/// <param name="HasPasswordSecret">Whether a secret is named that holds the password of the account that reads the directory.</param>
/// <param name="ReadOnlyUser">The account that reads the directory; null where it is not said.</param>
/// <param name="SssdSettings">What is added to <c>sssd.conf</c> (<c>AdditionalSssdConfigs</c>).</param>
public sealed record DirectorySettings(string? DomainName, Items<string> DomainAddresses, bool HasPasswordSecret, string? ReadOnlyUser, StringMap SssdSettings);
