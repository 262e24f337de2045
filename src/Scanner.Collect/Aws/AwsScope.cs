using Amazon;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>One account and region, seen with one set of credentials.</summary>
internal sealed class AwsScope : IDisposable
{
    private readonly ApiCalls _calls;
    private readonly Gap? _closed;

    /// <summary>What stands for the account's number where even that was refused.</summary>
    public const string UnknownAccount = "unknown";

    /// <summary>What stands for the region where the account does not tell which it has.</summary>
    public const string UnknownRegion = "unknown";

    /// <param name="calls">What all calls of the scan share.</param>
    /// <param name="clients">The clients.</param>
    /// <param name="account">The account's number.</param>
    /// <param name="region">The region.</param>
    /// <param name="identity">The caller's ARN.</param>
    /// <param name="closed">Why nothing can be asked here at all; null where the door is open.</param>
    public AwsScope(ApiCalls calls, AwsClients clients, string account, string region, string? identity, Gap? closed)
    {
        (_calls, Clients, Account, Region, Identity, _closed) = (calls, clients, account, region, identity, closed);
        Shared = new(this);
        Partition = RegionEndpoint.GetBySystemName(region).PartitionName;
    }

    public AwsClients Clients { get; }

    /// <summary>What several collectors need.</summary>
    public SharedListings Shared { get; }

    /// <summary>The account's number; <see cref="UnknownAccount"/> where even that was refused.</summary>
    public string Account { get; }

    /// <summary>The region; <see cref="UnknownRegion"/> where the account does not tell which it has.</summary>
    public string Region { get; }

    /// <summary><c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c> …</summary>
    public string Partition { get; }

    /// <summary>The caller's ARN; null where it could not be told.</summary>
    public string? Identity { get; }

    /// <summary>How many calls it took to enter it.</summary>
    public int Entering { get; init; }

    /// <summary>Why nothing can be asked here at all; null where it can.</summary>
    public Gap? Closed => _closed;

    /// <summary>Where the credentials come from; null where there are none.</summary>
    public CredentialSource? Source => (Clients.Credentials as ExplainedCredentials)?.Source;

    /// <summary>How facts and gaps name it.</summary>
    public string Name => NameOf(Account, Region);

    /// <summary>The door through which a collector of <typeparamref name="T"/> asks.</summary>
    public AwsProbe Probe<T>() where T : Resource => new(_calls, Name, typeof(T).Name, _closed, () => Source);

    /// <summary>A regional ARN of this account.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";

    /// <summary>The identity of a ParallelCluster cluster, which its stack, its nodes and its configuration share.</summary>
    public Ref<Cluster> Cluster(string name) => new($"parallelcluster://{Account}/{Region}/{name}");

    /// <summary>The identity of an EKS cluster.</summary>
    public Ref<Cluster> EksCluster(string name) => new(Arn("eks", $"cluster/{name}"));

    public void Dispose() => Clients.Dispose();

    public static string NameOf(string account, string region) => $"aws/{account}/{region}";
}
