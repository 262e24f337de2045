using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>What <c>job.tpl</c> says about the sessions that will be started with it. Nothing of its text is kept.</summary>
internal sealed partial class JobTemplate
{
    public const string FileName = "job.tpl";
    public const int Largest = 1024 * 1024;

    private const int MostProblems = 20;

    private readonly Dictionary<Ide, PlacementReading> _placements = [];
    private readonly SortedSet<(int Line, string Problem)> _problems = [];

    private JobTemplate(string text) => Version = VersionLine.Match(text) is { Success: true } line ? line.Groups["version"].Value : null;

    /// <summary>Of the header's line <c># Version: 2.5.0</c>; null where there is none.</summary>
    public string? Version { get; }

    /// <summary>What is wrong with it, in the order of its lines.</summary>
    public IEnumerable<string> Problems => _problems.Take(MostProblems).Select(p => OneLine.Of($"{FileName}:{p.Line}: {p.Problem}"));

    [GeneratedRegex(@"^# *Version: *(?<version>[0-9][0-9A-Za-z.+-]{0,31})\s*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex VersionLine { get; }

    public PlacementReading Placement(Ide ide) => _placements[ide];

    /// <param name="text">The template.</param>
    /// <param name="data">The chart's values for it, which stand beside it; null where they do not.</param>
    public static JobTemplate Read(string text, string? data)
    {
        var template = new JobTemplate(text);
        if (text.Length > Largest) return template.Unusable(1, $"larger than {Largest / 1024} KB");
        var (parts, unended) = TemplateLexer.Read(text);
        if (unended > 0) return template.Unusable(unended, "an action has no end");
        template.FindQuotes(parts);
        var (blocks, line, problem) = TemplateBlocks.Match(parts);
        if (blocks is null) return template.Unusable(line, problem);
        var values = data is null ? null : TemplateData.Read(data);
        foreach (var ide in Ides) template.Place(ide, new(parts, blocks, values, ide), values is null ? $"; {TemplateData.FileName} is not beside it, or cannot be read" : "");
        return template;
    }

    /// <summary>Those whose sessions a template places.</summary>
    public static IReadOnlyList<Ide> Ides { get; } = [Ide.RStudio, Ide.Jupyter, Ide.VsCode, Ide.Positron];

    private void Place(Ide ide, TemplateRun run, string hint)
    {
        if (!run.Run())
        {
            _placements[ide] = PlacementReading.Undecided($"{FileName} is too long or too deep to be followed");
            return;
        }
        var placements = new Placements(run.Text, run.Loose);
        _placements[ide] = placements.Placement is { Refusal: { } refusal } ? PlacementReading.Undecided(refusal.Detail + hint) : placements.Placement;
        _problems.UnionWith(placements.Problems);
    }

    private JobTemplate Unusable(int line, string problem)
    {
        _problems.Add((line, problem));
        foreach (var ide in Ides) _placements[ide] = PlacementReading.Undecided($"{FileName}:{line}: {problem}");
        return this;
    }

    /// <summary>Quotes as a web page or word processor sets them are no quotes to YAML or to a template.</summary>
    private void FindQuotes(IReadOnlyList<TemplatePart> parts)
    {
        foreach (var part in parts)
        {
            var line = part.Line;
            foreach (var text in part.Text.AsSpan().EnumerateLines())
            {
                if (text.ContainsAny("‘’“”") && text.TrimStart() is not ['#', ..]) _problems.Add((line, "typographic quotes"));
                line++;
            }
        }
    }
}
