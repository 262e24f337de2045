using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>Reads the files of a target, whatever they are, into one graph.</summary>
/// <param name="tool">Name and version, for the header.</param>
/// <param name="time">The clock.</param>
public sealed class DeclaredFiles(string tool, TimeProvider time)
{
    /// <summary>How inputs name what a file is.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. DeclaredFormats.All.Select(f => f.Key)];

    /// <summary>The ids of the hosts that node facts among some files tell of: a scan keeps them, wherever they are.</summary>
    /// <exception cref="DeclaredException">Node facts cannot be used.</exception>
    public static IReadOnlySet<string> HostsOf(IEnumerable<DeclaredSource> sources) =>
        sources.Where(s => FormatOf(s) is NodeFacts.NodeFactsFormat).SelectMany(s => NodeFacts.NodeFactsFormat.Hosts(s.Input)).ToHashSet(StringComparer.Ordinal);

    /// <param name="target">The target's name.</param>
    /// <param name="subject">What the files are about.</param>
    /// <param name="sources">The files, those that override others behind them.</param>
    /// <param name="cancellationToken">The user's.</param>
    /// <exception cref="DeclaredException">A file cannot be used.</exception>
    public async Task<DeclaredState> Read(string target, DeclaredSubject subject, IReadOnlyList<DeclaredSource> sources, CancellationToken cancellationToken)
    {
        var (at, builder) = (time.GetUtcNow(), new SnapshotBuilder());
        var (scope, sink) = (Scope(target, subject, at), new DeclaredSink(builder));
        var formats = sources.Select(FormatOf).ToList();
        // what lies over values of the chart may have any of its keys
        var others = formats.OfType<Helm.ValuesFormat>().FirstOrDefault();
        var sorted = sources.Zip(formats, (s, format) => (s.Input, Format: format ?? (others is not null && Helm.ValuesFormat.MayLieOver(s.Input) ? others : throw Unrecognized(s.Input)))).ToList();
        foreach (var format in DeclaredFormats.All)
            if (sorted.Where(s => s.Format == format).Select(s => s.Input).ToList() is { Count: > 0 } inputs) await format.Read(inputs, scope, sink, cancellationToken);
        var snapshot = builder.Build(new(Header.CurrentSchema, tool, at, time.GetUtcNow(), [])
        {
            Files = [.. sorted.Select(s => new DeclaringFile(s.Input.Name, s.Format.Title))],
        });
        RefuseTwice(snapshot);
        var notes = new List<string>(sink.Notes);
        snapshot = new(snapshot.Header, Contradictions.Opened(snapshot.Observations, sink.ReferredIds, notes), snapshot.Coverage);
        var parts = new DeclaredParts(sink.Parts);
        return new(target, parts.In(snapshot with { Header = snapshot.Header with { Targets = [new ScanTarget(target, Scopes(snapshot), null)] } }), sink.UnknownKeys) { GoneIds = sink.GoneIds, Parts = parts.Others(snapshot), ReferredIds = sink.ReferredIds, Notes = notes, More = sink.More, Declared = [.. sources.Select(s => s.Input)] };
    }

    /// <summary>Where files say that something is; attestations are of no place, unless there is nothing else.</summary>
    private static Items<string> Scopes(Snapshot snapshot)
    {
        var all = snapshot.Observations.Select(o => (o.Kind, o.Evidence.Scope)).Concat(snapshot.Coverage.Select(c => (c.Kind, c.Scope))).Distinct().ToList();
        var placed = all.Where(s => s.Kind != nameof(Attestation)).ToList();
        return (placed.Count > 0 ? placed : all).Select(s => s.Scope).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToItems();
    }

    private static DeclaredScope Scope(string target, DeclaredSubject subject, DateTimeOffset at)
    {
        var scope = new DeclaredScope(target, subject.Cluster ?? target, at) { ChartVersion = subject.ChartVersion };
        return scope with { Namespace = subject.Namespace ?? scope.Namespace, ReleaseName = subject.Release ?? scope.ReleaseName };
    }

    /// <summary>Of two declarations of one thing, nobody could say which counts.</summary>
    private static void RefuseTwice(Snapshot snapshot)
    {
        var twice = snapshot.Observations.GroupBy(o => (o.Kind, o.Id, o.Evidence.Plane, o.Evidence.Scope, o.Evidence.Action)).FirstOrDefault(g => g.Count() > 1)?.ToList();
        if (twice is not null) throw new DeclaredException($"{twice[1].Evidence.Locator}: {twice[1].Kind} {twice[1].Key} is declared here and at {twice[0].Evidence.Locator}: give the file that counts alone");
    }

    /// <summary>What kind of file it is; null where nothing tells.</summary>
    private static IDeclaredFormat? FormatOf(DeclaredSource source)
    {
        if (source.Format is { } named)
            return DeclaredFormats.All.FirstOrDefault(f => f.Key == named) ?? throw new DeclaredException($"{named}={source.Input.Name}: there is no kind of file '{named}'{Suggestion.For(named, Formats)}");
        if (!source.Input.IsFolder) _ = source.Input.Text; // a file that is not there is told as that
        return DeclaredFormats.All.FirstOrDefault(f => f.Recognizes(source.Input));
    }

    /// <summary>A file that is malformed is nobody's: what is wrong with it says more than that.</summary>
    private static DeclaredException Unrecognized(DeclaredInput input)
    {
        if (Terraform.TerraformSources.Are(input)) return new($"{input.Name}: is Terraform's source, which is not evaluated: say `terraform plan -out plan.bin && terraform show -json plan.bin > plan.json`, and hand over plan.json");
        if (!input.IsFolder && string.IsNullOrWhiteSpace(input.Text.Text)) return new($"{input.Name}: is empty");
        if (!input.IsFolder && Path.GetExtension(input.Path) is ".yaml" or ".yml" or ".json") DeclaredYaml.Documents(input.Text);
        if (Helm.ValuesFormat.AreAnybodys(input)) return new($"{input.Name}: has only keys that values of any chart may have; if they are of the chart rstudio-workbench, say values={input.Name}");
        return new($"{input.Name}: is nothing that can be read; if it is, say what: KIND={input.Name} (scanner check --help lists the kinds)");
    }
}
