using Scanner.Collect.Declared.ParallelCluster;

namespace Scanner.Collect.Declared.CloudFormation;

/// <summary>Custom::PclusterCluster, ParallelCluster's custom resource, with the cluster configuration in it.</summary>
internal static class PclusterResource
{
    /// <returns>Whether the configuration is written out in the template.</returns>
    public static bool Observe(TemplateResource resource, DeclaredScope scope, DeclaredSink sink)
    {
        var (config, name) = (resource.Properties.Nearest("ClusterConfiguration"), resource.Properties.Nearest("ClusterName"));
        if (!config.IsMapping || config.IsExpression || !config.HasKey("HeadNode"))
        {
            sink.Unknown(resource.At("Properties/ClusterConfiguration"), $"Resources/{resource.LogicalId}/ClusterConfiguration, which is not written out here");
            return false;
        }
        var called = name is { IsScalar: true, IsExpression: false, Scalar: { Length: > 0 } said } ? said : scope.Cluster;
        new DeclaredCluster(resource.File, config, called, scope, CloudFormationFormat.Name, sink).Read();
        return true;
    }
}
