namespace Scanner.Collect.Declared.ParallelCluster;

/// <summary>A ParallelCluster 3 cluster configuration, as <c>pcluster create-cluster</c> takes it.</summary>
internal sealed class ParallelClusterFormat : IDeclaredFormat
{
    public const string Name = "ParallelCluster configuration";

    public string Key => "parallelcluster";

    public string Title => Name;

    public bool Recognizes(DeclaredInput input) => YamlRecognition.Document(input) is { } root && root.HasKey("HeadNode") && root.HasKey("Scheduling");

    public Task Read(IReadOnlyList<DeclaredInput> inputs, DeclaredScope scope, DeclaredSink sink, CancellationToken cancellationToken)
    {
        if (inputs is [_, var second, ..]) throw new DeclaredException($"{second.Name}: a second {Name} for {scope.Cluster}; a target has one cluster");
        foreach (var input in inputs)
        {
            if (input.IsFolder) throw new DeclaredException($"{input.Name}: is a folder; a {Name} is a file");
            var root = DeclaredYaml.Document(input.Text, Name);
            if (!root.HasKey("HeadNode")) throw input.Text.Error(root.Line, root.Column, $"no HeadNode, which every {Name} has");
            new DeclaredCluster(input.Text, root, scope.Cluster, scope, Name, sink).Read();
        }
        return Task.CompletedTask;
    }
}
