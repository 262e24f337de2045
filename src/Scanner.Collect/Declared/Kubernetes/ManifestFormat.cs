using Scanner.Collect.Declared.Helm;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>Rendered manifests, as <c>kubectl apply -f</c> takes them: files, or folders of them.</summary>
internal sealed class ManifestFormat : IDeclaredFormat
{
    private const int LargestTogether = 16 * 1024 * 1024;

    private const int MostObjects = 10_000;

    private static readonly string[] s_endings = [".yaml", ".yml", ".json"];

    public string Key => "manifests";

    public string Title => "Kubernetes manifests";

    public bool Recognizes(DeclaredInput input) => input.IsFolder ? DeclaredInput.Within(Files(input), LargestTogether).Any(Recognizes) : Manifests.Are(input.Text);

    public async Task Read(IReadOnlyList<DeclaredInput> inputs, DeclaredScope scope, DeclaredSink sink, CancellationToken cancellationToken)
    {
        var files = inputs.SelectMany(i => i.IsFolder ? InFolder(i, sink) : [i]).ToList();
        if (files is not [var first, ..]) throw new DeclaredException($"{inputs[0].Name}: has no manifests in files {string.Join(", ", s_endings)}");
        var objects = files.SelectMany(f => Manifests.Read(f.Text)).Take(MostObjects + 1).ToList();
        if (objects.Count > MostObjects)
            throw new DeclaredException($"{objects[^1].Origin?.ToString() ?? first.Name}: more than {MostObjects} objects; hand over those of the namespaces that Workbench and its sessions are in");
        // what delivers a release makes its objects
        var made = objects.Select(o => (Item: o, Releases: InlineRelease.Of(o, scope).Select(r => r.Objects(scope, o.Origin?.Place ?? first.Text.At(1))).ToList())).ToList();
        await new DeclaredCluster(scope, Title, sink) { MayBeMore = made.Any(m => m.Releases.Any(r => r.MayBeMore)), Secrets = [.. made.SelectMany(m => m.Releases).SelectMany(r => r.Secrets)], Untold = [.. made.SelectMany(m => m.Releases).SelectMany(r => r.Untold)] }
            .Read([.. made.SelectMany(m => m.Releases.Count == 0 ? [m.Item] : m.Releases.SelectMany(r => r.All()))], first.Text.At(1), cancellationToken);
    }

    /// <summary>A folder may hold other files as well, such as values; but one that cannot be read is no such file.</summary>
    private static IEnumerable<DeclaredInput> InFolder(DeclaredInput folder, DeclaredSink sink)
    {
        folder.RefuseLarger(Files(folder), LargestTogether);
        foreach (var file in Files(folder))
            if (Manifests.AreSome(file.Text)) yield return file;
            else sink.Unknown(file.Text.At(1), "a file without objects");
    }

    private static List<DeclaredInput> Files(DeclaredInput folder) => [.. folder.Files().Where(f => s_endings.Contains(Path.GetExtension(f.Name), StringComparer.OrdinalIgnoreCase))];
}
