using Scanner.Model;

namespace Scanner.Collect.Declared.NodeFacts;

/// <summary>What hosts say of themselves: the JSON that <c>scanner-probe.sh</c> writes, one file a host, several in a folder, or a line each.</summary>
internal sealed class NodeFactsFormat : IDeclaredFormat
{
    private const int LargestTogether = 64 * 1024 * 1024;

    private const int MostHosts = 5000;

    public string Key => "nodefacts";

    public string Title => "node facts";

    public bool Recognizes(DeclaredInput input) => input.IsFolder ? DeclaredInput.Within(input.Files().Where(IsJson), LargestTogether).Any(NodeFactsFile.Is) : NodeFactsFile.Is(input);

    /// <summary>Of several files of one host the newest is taken.</summary>
    public Task Read(IReadOnlyList<DeclaredInput> inputs, DeclaredScope scope, DeclaredSink sink, CancellationToken cancellationToken)
    {
        var hosts = new Dictionary<string, NodeFactsDocument>(StringComparer.Ordinal);
        foreach (var document in inputs.SelectMany(Files).SelectMany(NodeFactsFile.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!hosts.TryGetValue(document.Id, out var other) || other.CollectedAt <= document.CollectedAt) hosts[document.Id] = document;
            if (hosts.Count > MostHosts) throw new DeclaredException($"{document.Place}: more than {MostHosts} hosts; hand over the facts of the hosts that Workbench uses");
        }
        foreach (var (_, document) in hosts.OrderBy(h => h.Key, StringComparer.Ordinal))
            new HostObserver(document, new Evidence(Plane.Probe, scope.Aws, Title, document.CollectedAt) { Locator = document.Place }).Observe(sink.Builder);
        sink.Cover<ComputeInstance>(scope.Aws, Title, Partial<ComputeInstance>(scope, new(RemedyKind.Flag, "check the live account as well: --aws-region REGION")));
        sink.Cover<WorkbenchServer>(scope.Aws, Title, Partial<WorkbenchServer>(scope, new(RemedyKind.Probe, "every Workbench host")));
        return Task.CompletedTask;
    }

    /// <summary>The ids of the hosts that a file or folder tells of.</summary>
    /// <exception cref="DeclaredException">It cannot be used.</exception>
    public static IEnumerable<string> Hosts(DeclaredInput input) => Files(input).SelectMany(NodeFactsFile.Read).Select(d => d.Id);

    private static IReadOnlyList<DeclaredInput> Files(DeclaredInput input)
    {
        if (!input.IsFolder) return [input];
        var files = input.Files().Where(IsJson).ToList();
        input.RefuseLarger(files, LargestTogether);
        return files.Count > 0 ? files : throw new DeclaredException($"{input.Name}: no *.json file is in it");
    }

    private Gap Partial<T>(DeclaredScope scope, Remedy remedy) =>
        new(scope.Aws, typeof(T).Name, Title, GapCause.NotAsked, "node facts tell of the hosts they were gathered on, and of no other", remedy);

    private static bool IsJson(DeclaredInput file) => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);
}
