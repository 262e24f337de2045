using System.Text.RegularExpressions;
using Scanner.Model.Findings;

namespace Scanner.Check.Explaining;

/// <summary>What a finding's own words name: where it is worth looking first, and what may be worth trying. Nothing is concluded from them.</summary>
internal sealed partial class Hints
{
    private readonly string _text;
    private readonly HashSet<string> _blockers;
    private readonly Finding _finding;

    public Hints(Finding finding)
    {
        _finding = finding;
        _blockers = finding.Path?.Hops.AsEnumerable().Where(h => h.Admits is not true).Select(h => h.Element).ToHashSet(StringComparer.Ordinal) ?? [];
        _text = string.Join(" ", [finding.Message?.ToString() ?? "", finding.Fix, finding.Rule.Rule.Title, .. finding.Path?.Hops.AsEnumerable().Select(h => $"{h.Element} {h.Text}") ?? []]);
    }

    /// <summary>0 for what stops a path, 1 for what is named, 2 for the subject itself, 3 for anything else.</summary>
    public int Rank(SeenFact fact, SeenFacts seen) => Rank(fact.Resource, seen.NameOf(fact.Resource));

    /// <summary>The same of a resource.</summary>
    public int Rank(string resource, string name) => _blockers.Contains(resource) ? 0 : Names(resource) || Names(name) ? 1 : resource == _finding.SubjectId ? 2 : 3;

    /// <summary>Versions in the words, e.g. the one that is required.</summary>
    public IEnumerable<string> Versions => Version.Matches(_text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Take(4);

    /// <summary>Numbers in the words.</summary>
    public IEnumerable<int> Numbers => Number.Matches(_text).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Take(6);

    /// <summary>Ports in the words.</summary>
    public IEnumerable<int> Ports => Port.Matches(_text).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Take(3);

    /// <summary>Settings in the words, e.g. <c>provider=postgresql</c>.</summary>
    public IEnumerable<(string Key, string Value)> Settings => Setting.Matches(_text).Select(m => (m.Groups[1].Value, m.Groups[2].Value.TrimEnd('.'))).Distinct().Take(6);

    public bool Names(string text) => text.Length > 2 && _text.Contains(text, StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![\w.])[0-9]{1,4}\.[0-9]{1,4}(\.[0-9]{1,4})?(?![\w.]*[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Version { get; }

    [GeneratedRegex(@"(?<![\w.-])[0-9]{1,8}(?![\w.-])", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"([A-Za-z][\w-]*)=([\w./:-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Setting { get; }

    [GeneratedRegex(@"(?:tcp|udp)/([0-9]{1,5})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Port { get; }
}
