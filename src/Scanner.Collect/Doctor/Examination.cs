using Scanner.Collect.Aws;
using Scanner.Collect.Kubernetes;
using Scanner.Model;

namespace Scanner.Collect.Doctor;

/// <summary>Tries credentials, regions, clusters and every permission, and collects nothing.</summary>
/// <param name="time">The clock.</param>
/// <param name="deadline">When it stops asking; what is not known then could not be told.</param>
public sealed class Examination(TimeProvider time, TimeSpan deadline)
{
    /// <summary>What the chosen rules need, e.g. <c>ec2:DescribeVpcs</c> and <c>list pods</c>, of which the permissions are tried; null for all that a scan may ask.</summary>
    public IReadOnlySet<string>? Wanted { get; init; }

    /// <exception cref="KubeconfigException">A way to a cluster cannot be used; nothing was asked.</exception>
    /// <exception cref="OperationCanceledException">The user cancelled.</exception>
    public async Task<IReadOnlyList<ScopeHealth>> Run(IReadOnlyList<LiveTarget> targets, CancellationToken cancellationToken)
    {
        var accesses = ClusterAccesses.Of(targets.SelectMany(t => t.Clusters));
        using var calls = new ApiCalls(time, deadline);
        using var open = new OpenScopes(calls);
        await open.Open(targets, accesses, cancellationToken);
        var actions = Actions(targets, open.ConcernKubernetes);
        var tries = AwsTries.All.Where(t => actions.Contains(t.Action)).ToList();
        var resources = KubernetesPermissions.Resources.Where(r => Wanted?.Contains($"list {r.Name}") ?? true).ToList();
        return await Task.WhenAll([.. open.Aws.Select(s => Account(s, tries, cancellationToken)), .. open.Clusters.Select(c => Cluster(c, resources, cancellationToken))]);
    }

    /// <summary>An EKS action is no business of a scan that names no cluster, nor are regions of one that names them.</summary>
    private List<string> Actions(IReadOnlyList<LiveTarget> targets, bool concernKubernetes) =>
    [
        .. AwsPermissions.Actions(Wanted).Where(a => concernKubernetes || !a.StartsWith("eks:", StringComparison.Ordinal))
            .Where(a => a != AwsPermissions.OfRegions || Wanted is null || targets.Any(t => t.Aws is { Search: not RegionSearch.Named })),
    ];

    private static async Task<ScopeHealth> Account(AwsScope scope, IReadOnlyList<AwsTry> tries, CancellationToken cancellationToken)
    {
        var permissions = scope.Closed is null ? await Task.WhenAll(tries.Select(t => Try(scope, t, cancellationToken))) : [];
        return new(scope.Name, AwsRegions.Doubting(scope.Closed, scope.Region), permissions) { Identity = scope.Identity, Source = scope.Source?.Name };
    }

    private static async Task<Permission> Try(AwsScope scope, AwsTry attempt, CancellationToken cancellationToken)
    {
        if (await attempt.Obstacle(scope, cancellationToken) is { } obstacle) return Permission.Of(attempt.Action, obstacle);
        var answer = await scope.Probe<Cluster>().Ask(attempt.Action, async stop =>
        {
            await attempt.Call(scope, stop);
            return attempt;
        }, cancellationToken);
        return Permission.Of(attempt.Action, answer.Gap);
    }

    private static async Task<ScopeHealth> Cluster(KubernetesScope scope, IReadOnlyList<ApiResource> resources, CancellationToken cancellationToken)
    {
        if (scope.Groups.Gap is { } closed) return new(scope.Name, closed, []);
        var listed = await Task.WhenAll(resources.Select(r => Try(scope, r, cancellationToken)));
        return new(scope.Name, null, [Permission.Of("get namespaces", scope.System.Gap), .. listed]);
    }

    /// <summary>What the server does not have, a scan does not ask for, whoever may.</summary>
    private static async Task<Permission> Try(KubernetesScope scope, ApiResource resource, CancellationToken cancellationToken)
    {
        var (action, probe) = ($"list {resource.Name}", scope.Probe<Cluster>());
        foreach (var version in resource.Versions.Intersect(scope.Groups.Value!.Served(resource.Group), StringComparer.Ordinal))
        {
            var served = await scope.Resources(resource.Root(version)).WaitAsync(cancellationToken);
            if (served.Value is null) return new(action, Standing.Untold, served.Gap!.Detail);
            if (!served.Value.Contains(resource.Plural)) continue;
            var answer = await probe.Ask(action, $"{resource.Path(version)}?limit=1", KubernetesObject.Of, cancellationToken);
            return Permission.Of(action, answer.Gap);
        }
        return new(action, Standing.NotNeeded, "the cluster does not have it");
    }
}
