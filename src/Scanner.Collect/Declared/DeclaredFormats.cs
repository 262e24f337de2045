namespace Scanner.Collect.Declared;

/// <summary>Every kind of file that can be read. A new one is one line here.</summary>
internal static class DeclaredFormats
{
    /// <summary>In the order in which they are asked whether a file is theirs: the narrowest first.</summary>
    public static readonly IReadOnlyList<IDeclaredFormat> All =
    [
        new NodeFacts.NodeFactsFormat(),
        new Attestations.AttestationsFormat(),
        new Terraform.TerraformFormat(),
        new CloudFormation.CloudFormationFormat(),
        new ParallelCluster.ParallelClusterFormat(),
        new Kubernetes.ManifestFormat(),
        new Workbench.WorkbenchFormat(),
        new Helm.ValuesFormat(),
    ];
}
