using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>The zones of a database that a change puts into other subnets, or gives a standby: AWS chooses them.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="changes">What the change makes another.</param>
internal sealed class ZonesToCome(SeenFacts seen, Alterations changes)
{
    /// <summary>That they are not known.</summary>
    public IEnumerable<Observation> Open() =>
        from change in changes.Of(nameof(Database), "isMultiAz", "subnets")
        from said in seen.Of(nameof(Database), change.Twin.Id)
        select Alterations.Opened(change.Said, said, p => p == "availabilityZones",
            $"the change moves {change.Twin.Key}, and in which zones it is then is known once it is applied", "apply, then check the live account: --aws-region REGION");
}
