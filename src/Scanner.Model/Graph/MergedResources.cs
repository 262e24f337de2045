using System.Runtime.CompilerServices;
using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>Resources that were merged once, for graphs of many snapshots that have most observations in common: a fixture changes few of its world's.</summary>
internal sealed class MergedResources
{
    private readonly ConditionalWeakTable<Observation, List<Merged>> _byFirst = [];

    /// <summary>The resource of these very observations, which is the same whichever snapshot has them.</summary>
    public Resource Merge(KindSchema schema, IReadOnlyList<Observation> observations, string file)
    {
        var known = _byFirst.GetOrCreateValue(observations[0]);
        lock (known)
        {
            if (known.Find(m => m.Observations.SequenceEqual(observations, ReferenceEqualityComparer.Instance)) is { } same) return same.Resource;
            var merged = new Merged(observations, Merging.Merge(schema, observations, file, named: false));
            known.Add(merged);
            return merged.Resource;
        }
    }

    private sealed record Merged(IReadOnlyList<Observation> Observations, Resource Resource);
}
