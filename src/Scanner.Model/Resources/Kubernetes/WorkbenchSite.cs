namespace Scanner.Model;

/// <summary>A deployment by Posit's Team Operator (core.posit.team Site).</summary>
public sealed class WorkbenchSite : NamespacedResource
{
    internal WorkbenchSite() { }

    public Fact<string?> WorkbenchImage { get; internal init; }

    public Fact<int?> WorkbenchReplicas { get; internal init; }
}
