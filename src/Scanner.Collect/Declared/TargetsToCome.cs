using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>What becomes of the targets of a target group that a change makes another: it is replaced, and they are registered anew.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="changes">What the change makes another.</param>
internal sealed class TargetsToCome(SeenFacts seen, Alterations changes)
{
    /// <summary>That they are not known.</summary>
    public IEnumerable<Observation> Open() =>
        from change in changes.Of(nameof(TargetGroup), "port", "protocol", "targetType", "vpc")
        from said in seen.Of(nameof(TargetGroup), change.Twin.Id)
        select Alterations.Opened(change.Said, said, p => p == "targets",
            $"the change makes {change.Twin.Key} another, and which targets it has then is known once it is applied", "apply, then check the live account: --aws-region REGION");
}
