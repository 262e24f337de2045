using Scanner.Collect.Declared.Helm;
using Scanner.Model.Snapshots;

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
        var objects = files.SelectMany(f => Manifests.Read(f.Text)).ToList();
        // what delivers a release makes its objects
        await new DeclaredCluster(scope, Title, sink).Read([.. objects.SelectMany(o => Made(o, scope, first.Text.At(1)))], first.Text.At(1), cancellationToken);
    }

    private static IReadOnlyList<DeclaredObject> Made(DeclaredObject item, DeclaredScope scope, SourceLocation start) =>
        InlineRelease.Of(item, scope) is { Count: > 0 } releases ? [.. releases.SelectMany(r => r.Objects(scope, item.Origin?.Place ?? start))] : [item];

    /// <summary>A folder may hold other files as well, such as values; but one that cannot be read is no such file.</summary>
    private static IEnumerable<DeclaredInput> InFolder(DeclaredInput folder, DeclaredSink sink)
    {
        foreach (var file in Files(folder))
            if (Manifests.AreSome(file.Text)) yield return file;
            else sink.Unknown(file.Text.At(1), "a file without objects");
    }

    private static IEnumerable<DeclaredInput> Files(DeclaredInput folder) => folder.Files().Where(f => s_endings.Contains(Path.GetExtension(f.Name), StringComparer.OrdinalIgnoreCase));
}
