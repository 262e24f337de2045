namespace Scanner.Collect.Declared.CloudFormation;

/// <summary>A CloudFormation template, in YAML or JSON.</summary>
internal sealed class CloudFormationFormat : IDeclaredFormat
{
    public const int Largest = 2 * 1024 * 1024;

    public const string Name = "CloudFormation template";

    public string Key => "cloudformation";

    public string Title => Name;

    /// <summary>One has resources whose types name their service.</summary>
    public bool Recognizes(DeclaredInput input) => YamlRecognition.Document(input) is { } root
        && root.Entries.Where(e => e.Key == "Resources").SelectMany(e => e.Value.Entries).Any(r => r.Value.Nearest("Type").Scalar?.Contains("::", StringComparison.Ordinal) == true);

    public Task Read(IReadOnlyList<DeclaredInput> inputs, DeclaredScope scope, DeclaredSink sink, CancellationToken cancellationToken)
    {
        foreach (var input in inputs)
        {
            if (input.IsFolder) throw new DeclaredException($"{input.Name}: is a folder; a {Name} is a file");
            input.Text.RefuseLarger(Largest, "CloudFormation takes 1 MB: hand over the template of one stack");
            var root = DeclaredYaml.Document(input.Text, Name);
            if (!root.HasKey("Resources")) throw input.Text.Error(root.Line, root.Column, $"no Resources, which every {Name} has");
            Template.Read(input.Text, root, scope, sink).Observe();
        }
        return Task.CompletedTask;
    }
}
