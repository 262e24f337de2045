namespace Scanner.Collect.Aws;

/// <summary>What the error codes of AWS mean, whatever the service.</summary>
internal static class RefusalCodes
{
    private static readonly HashSet<string> s_throttling = new(StringComparer.Ordinal)
    {
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException", "TooManyRequests",
        "TooManyRequestsException", "RequestLimitExceeded", "RequestRateExceeded", "BandwidthLimitExceeded", "EC2ThrottledException",
        "ProvisionedThroughputExceededException", "PriorRequestNotComplete", "SlowDown", "TransactionInProgressException",
    };

    private static readonly HashSet<string> s_credentials = new(StringComparer.Ordinal)
    {
        "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "InvalidToken", "InvalidClientTokenId", "InvalidAccessKeyId",
        "UnrecognizedClientException", "SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature", "IncompleteSignatureException",
        "AuthFailure", "MissingAuthenticationToken", "MissingAuthenticationTokenException", "RequestExpired", "RequestTimeTooSkewed",
    };

    public static bool IsThrottling(string code) => s_throttling.Contains(code);

    /// <summary>The caller is not who it says, or no longer: no permission would help.</summary>
    public static bool IsCredentials(string code) => s_credentials.Contains(code);

    public static bool IsDenied(string code) =>
        code.StartsWith("AccessDenied", StringComparison.Ordinal) || code.StartsWith("UnauthorizedOperation", StringComparison.Ordinal)
        || code.StartsWith("Client.UnauthorizedOperation", StringComparison.Ordinal) || code.Contains("NotAuthorized", StringComparison.Ordinal)
        || code.Contains("Unauthorized", StringComparison.Ordinal);

    /// <summary>The SDK looked everywhere, and found no credentials.</summary>
    public static bool SaysThatThereAreNone(string message) => message.StartsWith("Failed to resolve AWS credentials", StringComparison.Ordinal);

    /// <summary>The SDK found no credentials, or could not renew them, and never asked the service.</summary>
    public static bool SpeaksOfCredentials(string message) =>
        message.Contains("credential", StringComparison.OrdinalIgnoreCase) || message.Contains("SSO", StringComparison.Ordinal)
        || message.Contains("AssumeRole", StringComparison.OrdinalIgnoreCase);
}
