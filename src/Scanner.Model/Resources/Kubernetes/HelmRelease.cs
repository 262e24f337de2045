namespace Scanner.Model;

/// <summary>A release of Helm, as far as the objects that it made tell: labels <c>helm.sh/chart</c>, <c>app.kubernetes.io/version</c>, annotations <c>meta.helm.sh/release-*</c>. Secrets, where Helm keeps the rest, are not read.</summary>
public sealed class HelmRelease : NamespacedResource
{
    internal HelmRelease() { }

    /// <summary>E.g. <c>rstudio-workbench</c>; null where no object has the label.</summary>
    public Fact<string?> Chart { get; internal init; }

    public Fact<string?> ChartVersion { get; internal init; }

    public Fact<string?> AppVersion { get; internal init; }
}
