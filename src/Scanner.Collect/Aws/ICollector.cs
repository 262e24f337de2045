using Scanner.Model.Snapshots;

namespace Scanner.Collect.Aws;

/// <summary>Collects one resource kind: list, ask for details, map. Collectors do not look each other up; references are enough.</summary>
internal interface ICollector
{
    Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken);
}
