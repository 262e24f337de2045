using Scanner.Collect.Workbench;
using Scanner.Model;

namespace Scanner.Collect.Declared.Workbench;

/// <summary>Configuration files of Posit Workbench: a folder of them, such as a copy of <c>/etc/rstudio</c>, or single ones.</summary>
internal sealed class WorkbenchFormat : IDeclaredFormat
{
    private const int LargestTogether = 8 * 1024 * 1024;

    private const int MostFiles = 200; // Workbench has some ten, and two for each plugin of its launcher

    public string Key => "workbench";

    public string Title => "Workbench configuration";

    public bool Recognizes(DeclaredInput input) => input.IsFolder
        ? input.Files().Any(f => ConfigurationText.IsConfiguration(Path.GetFileName(f.Path)) && ConfigurationText.IsSign(Path.GetFileName(f.Path)))
        : ConfigurationText.IsConfiguration(Path.GetFileName(input.Path));

    /// <summary>Each folder is a configuration of its own; single files belong to the folder that they lie in.</summary>
    public Task Read(IReadOnlyList<DeclaredInput> inputs, DeclaredScope scope, DeclaredSink sink, CancellationToken cancellationToken)
    {
        foreach (var group in inputs.GroupBy(FolderOf, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Read(group.Key, [.. group], scope, sink);
        }
        sink.Cover<WorkbenchServer>(scope.Aws, Title, new(scope.Aws, nameof(WorkbenchServer), Title, GapCause.NotAsked,
            "configuration files do not say which hosts use them", new(RemedyKind.Probe, "every Workbench host")));
        return Task.CompletedTask;
    }

    private void Read(string folder, IReadOnlyList<DeclaredInput> inputs, DeclaredScope scope, DeclaredSink sink)
    {
        var files = Files(folder, inputs);
        foreach (var file in files) file.TellUnknown(sink);
        var (first, whole) = (files[0], inputs.Any(i => i.IsFolder));
        var evidence = scope.Evidence(scope.Aws, Title, first.Whole) with { Locator = folder };
        var said = new Answer<IReadOnlyList<WorkbenchFile>>(evidence, nameof(WorkbenchServer), files, null);
        sink.Observe(evidence, new WorkbenchServer
        {
            Id = $"declared://{scope.Target}/workbench/{folder}",
            Key = $"workbench/{folder}",
            Name = said.Optional(_ => folder),
            Host = said.Optional(_ => (Ref<ComputeInstance>?)null),
            Files = said.Items(all => all.Select(f => f.Content)),
            HasEveryFile = whole ? said.Truth(_ => true) : Truth.Unknown(OnlySome(folder, evidence)),
        }, new(first.Whole, [.. files.SelectMany(f => f.Places)]));
    }

    /// <summary>By name; of two of a name the later one holds.</summary>
    private static IReadOnlyList<WorkbenchFile> Files(string folder, IReadOnlyList<DeclaredInput> inputs)
    {
        var files = new SortedDictionary<string, WorkbenchFile>(StringComparer.Ordinal);
        foreach (var input in inputs.SelectMany(i => i.IsFolder ? InFolder(i) : [i]))
            if (files.Count == MostFiles && !files.ContainsKey(Path.GetFileName(input.Path))) throw new DeclaredException($"{folder}: more than {MostFiles} configuration files; hand over the folder of one installation");
            else files[Path.GetFileName(input.Path)] = WorkbenchFile.Read(input);
        return files.Count > 0 ? [.. files.Values] : throw new DeclaredException($"{folder}: no configuration file of Workbench is in it, such as rserver.conf");
    }

    private static List<DeclaredInput> InFolder(DeclaredInput folder)
    {
        List<DeclaredInput> files = [.. folder.Files().Where(f => ConfigurationText.IsConfiguration(Path.GetFileName(f.Path)))];
        folder.RefuseLarger(files, LargestTogether);
        return files;
    }

    private static string FolderOf(DeclaredInput input)
    {
        var name = input.Name.TrimEnd('/');
        return input.IsFolder ? name : name.LastIndexOf('/') is var slash and > 0 ? name[..slash] : ".";
    }

    private Gap OnlySome(string folder, Evidence evidence) => new(evidence.Scope, nameof(WorkbenchServer), Title, GapCause.NotAsked,
        OneLine.Of($"of {folder} only single files were given"), new(RemedyKind.Flag, OneLine.Of($"give the whole folder: {folder}")));
}
