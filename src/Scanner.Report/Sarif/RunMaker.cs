using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Findings;

namespace Scanner.Report.Sarif;

/// <summary>Makes the run of one environment, or of a target in which none was found.</summary>
internal sealed class RunMaker
{
    private const string Tool = "Scanner";

    private static readonly Dictionary<string, SarifUriBase> s_bases = new()
    {
        ["REPOROOT"] = new(new("The root of the repository that was checked.")),
    };

    private readonly ScanReport _report;
    private readonly SarifProfile _profile;
    private readonly ReportOptions _options;
    private readonly EnvironmentReport? _environment;
    private readonly Places _places;
    private readonly RuleDescriptors _rules;
    private readonly NotificationMaker _notifications;
    private readonly SarifAutomation _automation;
    private readonly string _category;
    private readonly BaselineEnvironment? _before;

    public RunMaker(
        ScanReport report, EnvironmentReport? environment, Origin origin, string category, SarifProfile profile, ReportOptions options)
    {
        (_report, _environment, _profile, _options, _category) = (report, environment, profile, options, category);
        _before = environment?.Before;
        _places = new(report.Snapshot, origin.Target, options);
        _rules = new(environment, profile, options, report.Declared is not null);
        _notifications = new(_rules, options);
        _automation = Automation(category, report.Snapshot.Header.StartedAt, environment?.Label ?? origin.Target?.Name ?? "nothing");
    }

    public SarifRun Make()
    {
        var results = Results();
        Notify();
        return new(new(Driver()), _automation, [Invocation()])
        {
            VersionControlProvenance = _options.RepositoryUri is { } uri ? [new(uri, _options.RevisionId, _options.Branch, new(null))] : null,
            BaselineGuid = _before is null ? null : Categories.Guid(_before.Run),
            OriginalUriBaseIds = s_bases,
            Taxonomies = _rules.Taxonomy.Components,
            Properties = Properties(_environment),
            Results = results,
        };
    }

    /// <summary>What has no place is refused here, before the first byte; the results themselves are made while they are written.</summary>
    private IEnumerable<SarifResult> Results()
    {
        if (_environment is null) return [];
        var fingerprints = Fingerprint.Each(_environment.Findings)
            .ToDictionary(f => (object)f.Finding, f => f.Fingerprint, ReferenceEqualityComparer.Instance!);
        var own = _environment.Findings.Where(f => !_profile.FailuresOnly || f.Fails).ToList();
        var past = PastResults.Of(_environment.Past, own.ToDictionary(f => (object)f, f => fingerprints[f], ReferenceEqualityComparer.Instance!), withFixed: !_profile.FailuresOnly);
        var findings = own.Concat(past.Keys.Cast<Finding>()).ByWeight().ToList();
        if (_profile.NeedsPlaces && findings.Find(f => _places.Of(f) is null) is { } lost)
            throw new MissingLocationException($"{lost.Rule.Id} of {PlainText.Of(lost.SubjectLabel)}");
        var undecided = _profile.FailuresOnly
            ? UndecidedRule.Result(_environment, _before, _rules.UndecidedIndex, _places.Whole ?? AnyPlace(), _automation.Guid, _category)
            : null;
        // a baseline keeps verdicts, and knows nothing of these
        var conflicts = ConflictRule.Results(Conflicts(), _rules.ConflictIndex, _places, _profile, _automation.Guid, _category)
            .Select(r => r with { BaselineState = _before is null ? null : SarifBaselineState.New }).ToList();
        var kept = Math.Min(findings.Count, _profile.MostResults - (undecided is null ? 0 : 1));
        if (kept < findings.Count) _notifications.AddCut(findings.Count - kept, findings.Count);
        var maker = new ResultMaker(_rules, _places, _automation.Guid, _category, _before is not null, _report.Waivers is not null);
        return findings.Take(kept).Select(f => past.TryGetValue(f, out var was) ? maker.Of(was.Failure, was.Fingerprint) : maker.Of(f, fingerprints[f])).Concat(undecided is null ? [] : [undecided]).Concat(Lightest(conflicts, kept + (undecided is null ? 0 : 1)));
    }

    /// <summary>What is otherwise than declared, in this run's environment; what lies in none is told in the first run.</summary>
    private List<Conflict> Conflicts()
    {
        bool IsOf(Conflict conflict, EnvironmentReport environment) => environment.Scopes.AsEnumerable().Contains(conflict.Resource.Scope, StringComparer.Ordinal);
        return [.. (_report.Declared?.Conflicts ?? []).Where(c => _report.Environments.FirstOrDefault(e => IsOf(c, e), _report.Environments[0]) == _environment)];
    }

    /// <summary>They weigh least, so that where there is no room they are what is left out.</summary>
    private IEnumerable<SarifResult> Lightest(List<SarifResult> conflicts, int before)
    {
        var room = Math.Min(conflicts.Count, _profile.MostResults - before);
        if (room < conflicts.Count) _notifications.AddCut(conflicts.Count - room, before + conflicts.Count);
        return conflicts.Take(room);
    }

    /// <summary>Where the target has no place: the environment's, else the first subject's that has one, undecided ones first.</summary>
    private SarifPhysicalLocation? AnyPlace() => _places.OfResource(_environment!.Id)
        ?? _environment.Findings.OrderBy(f => f.Verdict is not Verdict.Unknown).Select(_places.Of).FirstOrDefault(p => p is not null);

    private void Notify()
    {
        var needed = (_environment?.Findings ?? []).Where(f => f.Verdict is Verdict.Unknown).Select(f => f.Gap).OfType<Gap>();
        var gaps = _report.Refused.Concat(needed).Distinct().OrderByDescending(g => g.MakesIncomplete)
            .ThenBy(g => g.Action, StringComparer.Ordinal).ThenBy(g => g.Scope, StringComparer.Ordinal)
            .ThenBy(g => $"{g} {g.Kind} {g.Remedy}", StringComparer.Ordinal);
        foreach (var gap in gaps) _notifications.Add(gap);
        if (_report.Unlisted is { } unlisted) _notifications.AddUnlisted(unlisted);
        _notifications.Add(_environment?.Past ?? [], _report.Baseline);
        foreach (var notification in _report.Notifications.Where(IsAboutThisRun)) _notifications.Add(notification);
    }

    private bool IsAboutThisRun(Notification notification) =>
        notification.Rule is null || _environment is null || _rules.Reference(notification.Rule) is not null;

    private SarifRunProperties Properties(EnvironmentReport? environment) => new(
        environment is null ? null : PlainText.Of(environment.Label), environment is null ? null : PlainText.Of(environment.Key),
        environment is null ? null : [.. environment.Detection.Architectures.Select(PlainText.Of)], environment?.Detection.Confidence.ToString().ToLowerInvariant())
    {
        Scopes = [.. ScopeSummary.All(_report.Snapshot).Select(s => PlainText.Of(s.ToString()))],
    };

    private SarifComponent Driver()
    {
        // the tool of this run: the one that took the snapshot may have been another
        var version = typeof(RunMaker).Assembly.GetName().Version!.ToString(3);
        var tool = $"{Tool} {version}";
        return new(Tool, Fingerprint.Uuid("scanner", "tool"))
        {
            FullName = tool, Version = version, SemanticVersion = version, InformationUri = _options.InformationUri, Language = "en-US",
            Rules = _rules.All, Notifications = _notifications.Descriptors, SupportedTaxonomies = _rules.Taxonomy.References,
        };
    }

    private SarifInvocation Invocation() => new(_report.Snapshot.Header.StartedAt, _report.Snapshot.Header.EndedAt,
        _report.ExitCode, Meaning(_report.ExitCode), ExecutionSuccessful: !_notifications.HasErrors && _report.ExitCode != 70)
    {
        CommandLine = _options.CommandLine.Length == 0 ? null : PlainText.Of(_options.CommandLine),
        ToolExecutionNotifications = _notifications.Notifications,
    };

    private static SarifAutomation Automation(string category, DateTimeOffset at, string what)
    {
        var id = Categories.Run(category, at);
        return new(id, Categories.Guid(id), Fingerprint.Uuid("category", category), new($"Check of '{SarifEscape.Message(what)}'."));
    }

    private static string Meaning(int exitCode) => exitCode switch
    {
        0 => "No failure at or above the threshold.",
        1 => "Failures at or above the threshold.",
        3 => "Incomplete: something that was asked for could not be read.",
        4 => "Nothing was found to check.",
        _ => "Scanner failed.",
    };
}
