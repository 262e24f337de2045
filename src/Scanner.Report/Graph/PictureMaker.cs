using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Graph;

/// <summary>Makes a picture of an environment and its findings.</summary>
internal sealed class PictureMaker
{
    private static readonly Items<string> s_jobsOnly = ["slurm-eda"];

    private readonly Model.Environment _environment;
    private readonly EnvironmentReport _report;
    private readonly NetworkNames _names;
    private readonly List<Box> _boxes = [];
    private readonly List<Link> _links = [];
    private readonly List<string> _notes = [];

    private PictureMaker(Model.Environment environment, EnvironmentReport report) => (_environment, _report, _names) = (environment, report, new(environment));

    public static Picture Of(Model.Environment environment, EnvironmentReport report) => new PictureMaker(environment, report).Make();

    private Picture Make()
    {
        var runsWorkbench = !_report.Detection.Architectures.Equals(s_jobsOnly);
        var hosts = new HostBoxes(_environment, _names, runsWorkbench);
        var entries = new EntryBoxes(_environment, _names, runsWorkbench);
        var data = new DataBoxes(_environment, _names, runsWorkbench);
        var links = new Links(_environment);
        _boxes.AddRange([.. entries.Make(), .. hosts.Make(), .. data.Make()]);
        _links.AddRange([.. Links.FromUsers(_boxes, hosts), .. links.ToServers(_boxes, entries, hosts), .. links.Slurm(_boxes, hosts), .. links.Sessions(_boxes, hosts), .. links.ToData(_boxes, hosts, data)]);
        _notes.AddRange([.. entries.Notes, .. hosts.Notes, .. data.Notes]);
        var marked = FindingMarks.On(_boxes, _report.Findings);
        return new(_report.Title.Length == 0 ? _report.Label : $"{_report.Title}: {_report.Label}", Counts(), marked, _links, _names.FramesOf(marked))
        {
            Failures = Failures(marked),
            Notes = _notes,
        };
    }

    private string Counts()
    {
        var rules = _report.Findings.GroupBy(f => f.Rule.Id, StringComparer.Ordinal).ToList();
        var failed = rules.Count(r => r.Any(f => f.Verdict is Verdict.Fail));
        var unknown = rules.Count(r => r.All(f => f.Verdict is not Verdict.Fail) && r.Any(f => f.Verdict is Verdict.Unknown));
        return $"{Text.Words.Count(rules.Count, "rule")}: {failed} fail, {unknown} unknown";
    }

    private List<string> Failures(IReadOnlyList<Box> boxes) =>
    [
        .. _report.Findings.Where(f => f.Verdict is Verdict.Fail).DistinctBy(f => f.Rule.Id, StringComparer.Ordinal).OrderBy(f => f.Rule.Id, StringComparer.Ordinal)
            .Select(f => $"{f.Rule.Id} {f.Rule.Rule.Title}{(boxes.Any(b => b.Failing.Contains(f.Rule.Id)) ? "" : " (marked nowhere: it is about the whole)")}"),
    ];
}
