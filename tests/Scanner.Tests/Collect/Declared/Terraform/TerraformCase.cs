using Scanner.Collect.Declared;
using Scanner.Collect.Declared.Terraform;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared.Terraform;

/// <summary>Files of Terraform in a folder of their own, and what is read from them.</summary>
internal sealed class TerraformCase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scanner-test-");

    public IReadOnlyList<string> Unknown { get; private set; } = [];

    public IReadOnlyList<LivePart> Parts { get; private set; } = [];

    public void Dispose() => _folder.Delete(recursive: true);

    public TerraformCase With(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public Task<Snapshot> Read(params string[] names) => Read(_folder.FullName, names);

    public async Task<Snapshot> Read(string folder, string[] names)
    {
        var (builder, format) = (new SnapshotBuilder(), new TerraformFormat());
        var sink = new DeclaredSink(builder);
        await format.Read([.. names.Select(n => new DeclaredInput(Path.Combine(folder, n), n))], new DeclaredScope("t", "", DateTimeOffset.UnixEpoch), sink, TestContext.Current.CancellationToken);
        (Unknown, Parts) = (sink.UnknownKeys, sink.Parts);
        return builder.Build(new(Header.CurrentSchema, "test", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, []));
    }

    /// <summary>A plan of changes: each a resource's address, type, attributes as JSON, and more of its change.</summary>
    public static string Plan(string changes, string configuration) =>
        $$$"""{"format_version":"1.2","terraform_version":"1.9.8","planned_values":{"root_module":{}},"resource_changes":[{{{changes}}}],"configuration":{"root_module":{"resources":[{{{configuration}}}] } } }""";

    public static string Create(string type, string name, string after, string unknown = "{}", string index = "", string sensitive = "{}")
    {
        var address = $"{type}.{name}{(index.Length == 0 ? "" : $"[{index.Replace("\"", "\\\"", StringComparison.Ordinal)}]")}";
        return $$$"""{"address":"{{{address}}}","mode":"managed","type":"{{{type}}}","name":"{{{name}}}","change":{"actions":["create"],"before":null,"after":{{{after}}},"after_unknown":{{{unknown}}},"after_sensitive":{{{sensitive}}} } }""";
    }

    public static string Block(string type, string name, string expressions) =>
        $$$"""{"address":"{{{type}}}.{{{name}}}","mode":"managed","type":"{{{type}}}","name":"{{{name}}}","expressions":{{{expressions}}} }""";

    /// <summary>A change of a resource that is there, but for one that is made.</summary>
    public static string Change(string type, string name, string action, string before, string after, string unknown = "{}") =>
        $$$"""{"address":"{{{type}}}.{{{name}}}","mode":"managed","type":"{{{type}}}","name":"{{{name}}}","change":{"actions":["{{{action}}}"],"before":{{{(action == "create" ? "null" : before)}}},"after":{{{(action == "delete" ? "null" : after)}}},"after_unknown":{{{unknown}}} } }""";

    /// <summary>What a plan makes of live things.</summary>
    public async Task<Snapshot> Preview(string plan, params Resource[] live)
    {
        const string scope = "aws/1/r";
        var seen = new SnapshotBuilder();
        foreach (var resource in live) seen.Observe(new(Plane.Live, scope, "test", default), resource);
        var declared = await With("plan.json", plan).Read("plan.json");
        declared = declared with { Header = declared.Header with { Targets = [new("t", ["aws/declared/t"], null)] } };
        return Overlay.Lay(seen.Build(new(Header.CurrentSchema, "test", default, default, [new ScanTarget("t", [scope], null)])), new("t", declared, Unknown) { Parts = Parts }, isPreview: true);
    }

    public static string Text(Snapshot snapshot)
    {
        var facts = snapshot.Observations.SelectMany(o => o.Properties.Select(p => $"  {p.Name} = {(p.Gap is { } gap ? $"? {gap.Cause}: {gap.Detail}; {gap.Remedy}" : p.Value.ToString())}")
            .Prepend($"{o.Kind} {o.Id} | {o.Key} | {o.Evidence.Locator}"));
        var places = snapshot.Header.Declarations.Select(d => $"{d.Key} {d.Property} at {d.Location.File}:{d.Location.Line}:{d.Location.Column}-{d.Location.EndColumn} |{d.Location.Snippet}|");
        return string.Concat(facts.Concat(places).Select(l => l + "\n"));
    }

    public static ResourceGraph Graph(Snapshot snapshot) => new(snapshot);
}
