using Amazon;
using Amazon.SecurityToken.Model;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>One account and region, seen with one set of credentials.</summary>
internal sealed class AwsScope : IDisposable
{
    private readonly ApiCalls _calls;
    private readonly Gap? _closed;

    private AwsScope(ApiCalls calls, AwsClients clients, string account, string region, string? identity, Gap? closed)
    {
        (_calls, Clients, Account, Region, Identity, _closed) = (calls, clients, account, region, identity, closed);
        Shared = new(this);
        Partition = RegionEndpoint.GetBySystemName(region).PartitionName;
    }

    public AwsClients Clients { get; }

    /// <summary>What several collectors need.</summary>
    public SharedListings Shared { get; }

    /// <summary>The account's number; <c>unknown</c> where even that was refused.</summary>
    public string Account { get; }

    public string Region { get; }

    /// <summary><c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c> …</summary>
    public string Partition { get; }

    /// <summary>The caller's ARN; null where it could not be told.</summary>
    public string? Identity { get; }

    /// <summary>Why nothing can be asked here at all; null where it can.</summary>
    public Gap? Closed => _closed;

    /// <summary>Where the credentials come from; null where there are none.</summary>
    public CredentialSource? Source => (Clients.Credentials as ExplainedCredentials)?.Source;

    /// <summary>How facts and gaps name it.</summary>
    public string Name => ScopeName(Account, Region);

    /// <summary>Asks who is asking. Where that fails everything would, so that nothing else is asked and every gap is that one.</summary>
    public static async Task<AwsScope> Open(AwsTarget target, string region, ApiCalls calls, CancellationToken cancellationToken)
    {
        AwsClients? clients = null;
        var probe = new AwsProbe(calls, ScopeName("unknown", region), "", source: () => (clients?.Credentials as ExplainedCredentials)?.Source);
        var caller = await probe.Ask("sts:GetCallerIdentity", stop =>
        {
            clients ??= new(target.Credentials(), region, target.Endpoint);
            return clients.Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), stop);
        }, cancellationToken);
        var account = caller.Field(c => c.Account is { Length: > 0 } number ? number : null, "Account");
        return new(calls, clients ?? new(new Amazon.Runtime.AnonymousAWSCredentials(), region, target.Endpoint),
            account.IsKnown ? account.Value : "unknown", region, caller.Value?.Arn, account.IsKnown ? null : account.Gap);
    }

    /// <summary>The door through which a collector of <typeparamref name="T"/> asks.</summary>
    public AwsProbe Probe<T>() where T : Resource => new(_calls, Name, typeof(T).Name, _closed, () => Source);

    /// <summary>A regional ARN of this account.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";

    /// <summary>The identity of a ParallelCluster cluster, which its stack, its nodes and its configuration share.</summary>
    public Ref<Cluster> Cluster(string name) => new($"parallelcluster://{Account}/{Region}/{name}");

    /// <summary>The identity of an EKS cluster.</summary>
    public Ref<Cluster> EksCluster(string name) => new(Arn("eks", $"cluster/{name}"));

    public void Dispose() => Clients.Dispose();

    private static string ScopeName(string account, string region) => $"aws/{account}/{region}";
}
