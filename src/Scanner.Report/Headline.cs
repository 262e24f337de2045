using System.Globalization;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report.Text;

namespace Scanner.Report;

/// <summary>What every report for people says first: what was looked at, who looked, and what the scan took.</summary>
internal sealed class Headline(ScanReport report)
{
    private const int MostScopes = 4;

    private readonly Header _header = report.Snapshot.Header;

    /// <summary>What an environment is, in words.</summary>
    public static string Title(EnvironmentReport environment) =>
        environment.Title.Length > 0 ? environment.Title
        : !environment.Detection.Architectures.IsEmpty ? environment.Detection.Architectures.ToString()
        : environment.Detection.Undecided is null ? "A cluster that follows none of the reference architectures"
        : "A cluster of an architecture that could not be told";

    /// <summary>Who looked where for an environment.</summary>
    public string Looked(EnvironmentReport environment)
    {
        var target = Origin.Of(report.Snapshot, environment).Target;
        return Looked(target is null ? Origin.Targets(report.Snapshot) : [target]);
    }

    /// <summary>Who looked where.</summary>
    public string Looked() => Looked(Origin.Targets(report.Snapshot));

    /// <summary>What the whole scan took, and how much of it was answered.</summary>
    public string Scan
    {
        get
        {
            if (_header.Calls == 0 && !_header.Files.IsEmpty) return $"nothing live was asked{From}";
            var seconds = Math.Max(0, (long)Math.Round((_header.EndedAt - _header.StartedAt).TotalSeconds));
            var refused = report.Refused.Select(g => (g.Action, g.Cause)).Distinct().Count();
            var unanswered = refused == 0 ? "nothing refused" : $"{Words.Count(refused, "call")} not answered";
            return $"{Words.Count(_header.Calls, "call")}, {seconds} s, {unanswered}{(_header.Files.IsEmpty ? "" : $" · with {Files}")}{From}";
        }
    }

    /// <summary>What the exit code means, where that is not plain.</summary>
    public string? ExitCode => report.ExitCode switch
    {
        1 when report.Refused.Count > 0 => "there are failures, and the scan is incomplete as well",
        3 when !report.Environments.Any(e => e.IsDecided) => "nothing could be decided",
        3 when report.Refused.Count > 0 => "something that was asked for could not be read; --allow-incomplete accepts that",
        3 when report.Past.Any(p => p.Fate is PastFate.OutOfSight) => "failures of the baseline could not be evaluated again; --allow-incomplete accepts that",
        3 => "not everything was judged; --allow-incomplete accepts that",
        4 => "nothing was found to check",
        70 => "Scanner itself failed",
        _ => null,
    };

    private string Looked(IReadOnlyList<ScanTarget> targets)
    {
        if (_header.Calls == 0 && !_header.Files.IsEmpty && targets.All(t => t.Scopes.AsEnumerable().All(ScopeName.IsDeclared))) return $"Read from {Files}";
        var callers = targets.Select(t => t.Identity).OfType<string>().Select(Words.Caller).Distinct().ToList();
        var scopes = targets.SelectMany(t => t.Scopes).Distinct().Order(StringComparer.Ordinal).ToList();
        return (callers.Count > 0 ? $"Read-only as {string.Join(", ", callers)}" : "Read-only")
            + (scopes.Count > 0 ? ", " + Words.Some(scopes, MostScopes) : "");
    }

    private string Files => Words.Some([.. _header.Files.AsEnumerable().Select(f => f.Name)], MostScopes);

    private string From => report.Snapshot.File.Length == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture,
            $" · from {report.Snapshot.File} of {_header.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
}
