namespace Scanner.Model;

/// <summary>A config map that holds configuration of Workbench (core/v1 ConfigMap); others are not kept.</summary>
public sealed class ConfigMap : NamespacedResource
{
    internal ConfigMap() { }

    /// <summary>Its entries' names.</summary>
    public Fact<Items<string>> Keys { get; internal init; }

    /// <summary>Those of its entries that are configuration files of Workbench, read.</summary>
    public Fact<Items<ConfigurationFile>> Files { get; internal init; }

    /// <summary>The line <c>Version:</c> of <c>job.tpl</c>; null where there is no such template or line.</summary>
    public Fact<string?> JobTemplateVersion { get; internal init; }

    /// <summary>Where <c>job.tpl</c>, with the chart's template data beside it, places RStudio sessions; null where there is no <c>job.tpl</c>; a gap where its text does not tell.</summary>
    public Fact<PodPlacement?> RStudioPlacement { get; internal init; }

    public Fact<PodPlacement?> JupyterPlacement { get; internal init; }

    public Fact<PodPlacement?> VsCodePlacement { get; internal init; }

    public Fact<PodPlacement?> PositronPlacement { get; internal init; }

    /// <summary>What is wrong with <c>job.tpl</c>: a key that comes twice, typographic quotes, a block at the wrong place.</summary>
    public Fact<Items<string>> TemplateProblems { get; internal init; }
}
