namespace Scanner.Collect.Aws;

/// <summary>The regions of an account that a scan has opened, and those that it left out because nothing there is like a deployment.</summary>
internal sealed record OpenAccount(IReadOnlyList<AwsScope> Scopes, IReadOnlyList<string> LeftOut)
{
    /// <summary>What the user should know of how the regions were chosen; null where they were named.</summary>
    public string? Notice { get; init; }
}
