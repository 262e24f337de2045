using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Tells Helm's releases by what it and its charts write on services.</summary>
internal static partial class HelmReleases
{
    private const string Workbench = "rstudio-workbench";

    // a label cannot have the + of a version's build, which charts write as _
    [GeneratedRegex(@"^(?<name>.+?)-(?<version>v?[0-9]+\.[0-9]+.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Chart { get; }

    public static IEnumerable<HelmRelease> Of(Listing<KubeService> services, KubernetesScope scope) =>
        from service in services.Items.Select(s => s.Value!)
        let annotations = service.Annotations
        where annotations is { IsKnown: true, Value: var kept } && kept.Has("meta.helm.sh/release-name") && kept.Has("meta.helm.sh/release-namespace")
        group service by $"{annotations.Value["meta.helm.sh/release-namespace"]}/{annotations.Value["meta.helm.sh/release-name"]}" into release
        orderby release.Key
        select Release(release.Key, [.. release], services.Evidence, scope);

    private static HelmRelease Release(string name, IReadOnlyList<KubeService> services, Evidence evidence, KubernetesScope scope)
    {
        var charts = services.Select(s => s.Labels).ToList();
        var said = new Answer<IReadOnlyList<Label>>(evidence, nameof(HelmRelease), null, charts.Select(c => c.Gap).FirstOrDefault(g => g is not null) ?? Ambiguous(evidence, name));
        if (charts.All(c => c.IsKnown) && Of([.. charts.Select(c => Label.Of(c.Value)).Distinct()]) is { } chosen) said = new(evidence, nameof(HelmRelease), chosen, null);
        return new()
        {
            Id = scope.Object<HelmRelease>(name).Id,
            Key = ObjectIds.Key<HelmRelease>(name),
            Name = name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..],
            Namespace = name[..name.IndexOf('/', StringComparison.Ordinal)],
            Chart = said.Optional(s => s.Select(l => l.Chart).FirstOrDefault()),
            ChartVersion = said.Optional(s => s.Select(l => l.ChartVersion).FirstOrDefault()),
            AppVersion = said.Optional(s => s.Select(l => l.AppVersion).FirstOrDefault()),
        };
    }

    /// <summary>A release may hold several charts, of which Workbench's is meant; null where none is and they differ.</summary>
    private static IReadOnlyList<Label>? Of(List<Label> labels)
    {
        var workbench = labels.Where(l => l.Chart == Workbench).ToList();
        var meant = workbench.Count > 0 ? workbench : [.. labels.Where(l => l.Chart is not null)];
        return meant.Count <= 1 ? meant : null;
    }

    private static Gap Ambiguous(Evidence evidence, string name) => new(evidence.Scope, nameof(HelmRelease), evidence.Action, GapCause.Ambiguous,
        $"the services of {name} name several charts or versions", new(RemedyKind.Retry, "when no upgrade is running"));

    /// <summary>What a service's labels say of its chart.</summary>
    private sealed record Label(string? Chart, string? ChartVersion, string? AppVersion)
    {
        public static Label Of(StringMap labels)
        {
            var match = HelmReleases.Chart.Match(labels["helm.sh/chart"] ?? "");
            return match.Success ? new(match.Groups["name"].Value, match.Groups["version"].Value.Replace('_', '+'), labels["app.kubernetes.io/version"]) : new(labels["helm.sh/chart"], null, labels["app.kubernetes.io/version"]);
        }
    }
}
