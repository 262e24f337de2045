namespace Scanner.Model;

/// <summary>A directory of users (ds:DescribeDirectories).</summary>
public sealed class UserDirectory : Resource
{
    internal UserDirectory() { }

    /// <summary><c>MicrosoftAD</c>, <c>SimpleAD</c>, <c>ADConnector</c> …</summary>
    public Fact<string> Type { get; internal init; }

    /// <summary>The stage: <c>Active</c>, <c>Impaired</c> …</summary>
    public Fact<string> Stage { get; internal init; }

    /// <summary>The addresses of its name servers.</summary>
    public Fact<Items<string>> Addresses { get; internal init; }

    public Fact<Ref<Vpc>?> Vpc { get; internal init; }
}
