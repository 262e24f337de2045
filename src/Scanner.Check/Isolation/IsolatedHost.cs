using Scanner.Check.Detection;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Isolation;

/// <summary>The child's side: compiles what it is given, judges what it is asked, and knows nothing else.</summary>
public sealed class IsolatedHost(Stream input, Stream output)
{
    private readonly MergedResources _merged = new();

    private IReadOnlyDictionary<string, LoadedRule> _rules = new Dictionary<string, LoadedRule>();
    private Snapshot? _snapshot;

    /// <summary>Until nobody asks any more.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        try
        {
            Frames.Write(output, Compile(await Frames.Read<CompileRequest>(input, cancellationToken)));
            while (true) Frames.Write(output, Judge(await Frames.Read<JudgeRequest>(input, cancellationToken), cancellationToken));
        }
        catch (EndOfStreamException)
        {
            return; // scanner has what it wanted
        }
    }

    private CompileAnswer Compile(CompileRequest request)
    {
        var (image, errors) = RuleCompiler.Compile(request.Scripts);
        var (rules, broken) = image is null ? ([], []) : RuleAssembly.Load(image, "compiled rules");
        _rules = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        return new([.. rules.Select(RuleText.Of)], [.. errors, .. broken]);
    }

    private JudgeAnswer Judge(JudgeRequest request, CancellationToken cancellationToken)
    {
        if (request.Snapshot is { } text) _snapshot = SnapshotReader.Read(new MemoryStream(Convert.FromBase64String(text)), request.File);
        var named = request.Named?.ToHashSet(StringComparer.Ordinal) ?? [];
        var graph = request.IsNamed ? new ResourceGraph(_snapshot!, named: true) : new ResourceGraph(_snapshot!, named.Contains, _merged);
        var environment = EnvironmentFinder.Find(graph.MissingWhatWasLeftOut(), new Parameters(new StringMap(request.Parameters))).First(e => e.Id == request.Environment);
        var runner = new RuleRunner(environment);
        var only = request.Only?.ToHashSet();
        var findings = runner.Run([.. request.Rules.Select(Described)], cancellationToken, only is null ? null : s => only.Contains((s.GetType().Name, s.Id)));
        return new([.. findings.Select(FindingText.Of)], runner.Notifications);
    }

    private RuleDescription Described((string Id, Severity Severity) asked)
    {
        var rule = _rules[asked.Id];
        return new(rule.Id, rule.Name, rule.Architecture, rule.Path, rule.Rule, asked.Severity);
    }
}
