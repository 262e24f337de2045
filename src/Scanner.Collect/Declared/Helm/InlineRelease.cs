using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Helm;

/// <summary>A release of the chart that an object of Argo CD or Flux declares, with values in it.</summary>
/// <param name="Values">What it says.</param>
/// <param name="Name">What the release is called.</param>
/// <param name="Version">The chart's; null where the object leaves it open.</param>
internal sealed record InlineRelease(DeclaredValue Values, string Name, SemanticVersion? Version)
{
    private const string Chart = "rstudio-workbench";

    /// <summary>Where it lies; null where the object does not say it.</summary>
    public string? Namespace { get; init; }

    /// <summary>Whether Helm itself installs it, as opposed to somebody who applies what it renders.</summary>
    public bool IsInstalled { get; init; } = true;

    /// <summary>Where values come from that are not at hand; null where all are.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>The releases that an object declares; none where it is something else, or of another chart.</summary>
    /// <exception cref="DeclaredException">Its values are no YAML.</exception>
    public static IReadOnlyList<InlineRelease> Of(DeclaredObject item, DeclaredScope scope) => (item.Group, item.Kind) switch
    {
        ("argoproj.io", "Application") => ArgoApplications.Releases(item, scope),
        ("helm.toolkit.fluxcd.io", "HelmRelease") => FluxReleases.Releases(item, scope),
        _ => [],
    };

    public ChartObjects Objects(DeclaredScope scope, SourceLocation start)
    {
        var hidden = Elsewhere is null ? null : DeclaredValue.OpenFor($"{Elsewhere} may say it, and is not at hand", new(RemedyKind.Flag, $"hand over {Elsewhere} as Helm values"));
        return new ChartObjects(new(new(Values, ChartFacts.Shipped, Version, hidden), Name, Namespace ?? scope.Namespace, start) { IsInstalled = IsInstalled });
    }

    /// <summary>Whether a chart's name, or the last part of a path to it, is that of Workbench's.</summary>
    public static bool IsChart(string? name) => name is not null && name.TrimEnd('/').Split('/')[^1] == Chart;

    /// <summary>A version outright; a range, or a branch, leaves it open.</summary>
    public static SemanticVersion? Exact(string? version) => version is null || version.Split('.').Length != 3 ? null : SemanticVersion.Parse(version.TrimStart('v'));
}
