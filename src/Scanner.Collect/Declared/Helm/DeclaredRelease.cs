using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Helm;

/// <summary>Makes objects of the values of a release, and reads them as if they were manifests.</summary>
/// <param name="scope">What the values are about.</param>
/// <param name="source">What they are, as gaps name it.</param>
/// <param name="sink">Takes what is found.</param>
internal sealed class DeclaredRelease(DeclaredScope scope, string source, DeclaredSink sink)
{
    public Task Read(DeclaredValue said, SourceLocation start, CancellationToken cancellationToken)
    {
        foreach (var key in said.Names.Where(k => !ChartFacts.Shipped.Keys.Contains(k))) sink.Unknown(said[key]!.Origin?.Place ?? start, key);
        var version = scope.ChartVersion is null ? null : SemanticVersion.Parse(scope.ChartVersion)
            ?? throw new DeclaredException($"workbenchChart: {scope.ChartVersion} is no version, such as 0.22.0");
        var release = new ChartRelease(new(said, ChartFacts.Shipped, version), scope.ReleaseName, scope.Namespace, start);
        var objects = new ChartObjects(release);
        return new DeclaredCluster(scope, source, sink) { MayBeMore = objects.MayBeMore, Undecided = release.Values.Undecided, Secrets = objects.Secrets, Untold = objects.Untold }.Read(objects.All(), start, cancellationToken);
    }
}
