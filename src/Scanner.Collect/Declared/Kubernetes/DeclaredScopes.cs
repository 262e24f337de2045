using Scanner.Collect.Kubernetes;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>A stand-in for an API server for each group and version that files have objects of.</summary>
/// <param name="target">What the cluster is called.</param>
internal sealed class DeclaredScopes(string target) : IDisposable
{
    private readonly ApiCalls _calls = new(TimeProvider.System, TimeSpan.FromMinutes(10), CallLimits.None);
    private readonly Dictionary<(string, string), (DeclaredServer Server, KubernetesScope Scope)> _open = [];

    /// <summary>A cluster that has the object, and no other.</summary>
    public async Task<KubernetesScope> With(DeclaredObject item, CancellationToken cancellationToken)
    {
        if (!_open.TryGetValue((item.Group, item.Version), out var open))
        {
            var server = new DeclaredServer(item.Group, item.Version) { Plurals = DeclaredTypes.Plurals(item.Group, item.Version) };
            var client = new KubernetesClient(new($"declared/{target}", new("http://declared.invalid/")), TimeProvider.System, server);
            _open[(item.Group, item.Version)] = open = (server, await KubernetesScope.Enter(client, _calls, cancellationToken));
        }
        (open.Server.Plural, open.Server.Json) = (item.Plural, item.Json());
        return open.Scope;
    }

    public void Dispose()
    {
        foreach (var (_, scope) in _open.Values) scope.Dispose();
        _calls.Dispose();
    }
}
