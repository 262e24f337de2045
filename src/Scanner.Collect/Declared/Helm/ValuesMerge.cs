using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Collect.Declared.Helm;

/// <summary>Lays values over one another as Helm does: maps grow together, everything else takes the place of what was there.</summary>
internal static class ValuesMerge
{
    /// <summary>A null stays, for it deletes what the chart says below all files.</summary>
    public static DeclaredValue Over(DeclaredValue below, DeclaredValue above) => below.IsMap && above.IsMap
        ? DeclaredValue.Map([.. below.Names.Select(n => (n, below[n])), .. above.Names.Select(n => (n, (DeclaredValue?)(below[n] is { } own ? Over(own, above[n]!) : above[n])))], above.Origin ?? below.Origin)
        : above;
}
