namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>Rendered manifests, as <c>kubectl apply -f</c> takes them: files, or folders of them.</summary>
internal sealed class ManifestFormat : IDeclaredFormat
{
    private static readonly string[] s_endings = [".yaml", ".yml", ".json"];

    public string Key => "manifests";

    public string Title => "Kubernetes manifests";

    public bool Recognizes(DeclaredInput input) => input.IsFolder ? Files(input).Any(Recognizes) : Manifests.Are(input.Text);

    public async Task Read(IReadOnlyList<DeclaredInput> inputs, DeclaredScope scope, DeclaredSink sink, CancellationToken cancellationToken)
    {
        var files = inputs.SelectMany(i => i.IsFolder ? InFolder(i, sink) : [i]).ToList();
        if (files is not [var first, ..]) throw new DeclaredException($"{inputs[0].Name}: has no manifests in files {string.Join(", ", s_endings)}");
        await new DeclaredCluster(scope, Title, sink).Read([.. files.SelectMany(f => Manifests.Read(f.Text))], first.Text.At(1), cancellationToken);
    }

    /// <summary>A folder may hold other files as well, such as values; but one that cannot be read is no such file.</summary>
    private static IEnumerable<DeclaredInput> InFolder(DeclaredInput folder, DeclaredSink sink)
    {
        foreach (var file in Files(folder))
            if (Manifests.AreSome(file.Text)) yield return file;
            else sink.Unknown(file.Text.At(1), "a file without objects");
    }

    private static IEnumerable<DeclaredInput> Files(DeclaredInput folder) => folder.Files().Where(f => s_endings.Contains(Path.GetExtension(f.Name), StringComparer.OrdinalIgnoreCase));
}
