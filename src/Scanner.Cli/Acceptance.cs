using System.CommandLine;
using Scanner.Check;
using Scanner.Check.Accepting;
using Scanner.Cli.Artifacts;
using Scanner.Cli.Configuration;
using Scanner.Collect;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Baselines;

namespace Scanner.Cli;

/// <summary>What is accepted of a check's failures: those that the baseline has, and those that somebody waives.</summary>
/// <param name="Baseline">What the check is compared to; null for nothing.</param>
/// <param name="Waivers">What is waived; null where no file is named.</param>
/// <param name="FailsOnNewOnly">Whether only what the baseline does not have counts.</param>
/// <param name="NeedsFacts">Whether a report tells what failures rest on.</param>
internal sealed record Acceptance(Baseline? Baseline, IReadOnlyList<Waiver>? Waivers, bool FailsOnNewOnly, bool NeedsFacts)
{
    private static readonly Option<string?> s_baseline = new("--baseline") { Description = "Baseline to compare to (scanner baseline create), a file or s3://BUCKET/KEY; @latest in a history: what is new, unchanged, fixed, or could not be evaluated again.", HelpName = "FILE" };

    private static readonly Option<bool> s_failNewOnly = new("--fail-new-only") { Description = "With --baseline: only failures that it does not have give exit code 1." };

    private static readonly Option<string?> s_waivers = new("--waivers") { Description = "File of failures that somebody accepts for a while (scanner waive).", HelpName = "FILE" };

    public static IReadOnlyList<Option> Options { get; } = [s_baseline, s_failNewOnly, s_waivers];

    /// <summary>What flags and scanner.yaml name, read before anything is collected: a mistake must not cost a scan.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="settings">What was asked for.</param>
    /// <param name="rules">The rules that run.</param>
    /// <param name="isDiff">Whether only what a change would flip is shown, which is compared to what is and to no baseline.</param>
    /// <param name="needsFacts">Whether a report tells what failures rest on.</param>
    /// <param name="cancellationToken">The user's.</param>
    /// <exception cref="UserErrorException">A file cannot be used.</exception>
    public static async Task<Acceptance> Of(ParseResult command, Settings settings, IReadOnlyList<LoadedRule> rules, bool isDiff, bool needsFacts, CancellationToken cancellationToken)
    {
        var (named, newOnly) = (command.GetValue(s_baseline), command.GetValue(s_failNewOnly));
        if (isDiff && (named is not null || newOnly)) throw new UserErrorException("--diff compares a change to what is there: leave --baseline and --fail-new-only away");
        var path = isDiff ? null : named ?? settings.Yaml.Baseline;
        if (newOnly && path is null) throw new UserErrorException("--fail-new-only needs --baseline FILE; make one with scanner baseline create");
        var waivers = (command.GetValue(s_waivers) ?? settings.Yaml.Waivers) is { } file ? WaiversYaml.Read(file) : null;
        CheckRules(command, settings, rules, waivers ?? []);
        return new(path is null ? null : await Read(ArtifactStores.Of(command), path, cancellationToken), waivers, newOnly, needsFacts);
    }

    private static async Task<Baseline> Read(ArtifactStores stores, string path, CancellationToken cancellationToken)
    {
        path = await stores.Resolve(path, ArtifactKind.Baseline, cancellationToken);
        return BaselineFile.Read(await stores.ReadBytes(path, cancellationToken, "; make one with scanner baseline create"), path);
    }

    /// <summary>The report with what is accepted of it.</summary>
    public ScanReport Of(ScanReport report, Parameters parameters, IReadOnlyList<LoadedRule> rules, MergedResources merged, CancellationToken cancellationToken)
    {
        if (NeedsFacts || Baseline is not null || Waivers is { Count: > 0 }) report = FactFinder.Put(report, parameters, rules, merged, cancellationToken);
        if (Baseline is not null) report = BaselineComparer.Compare(report, Baseline) with { FailsOnNewOnly = FailsOnNewOnly };
        // the waivers last: they know their failures as the report has them
        return Waivers is null ? report : new WaiverApplier(Waivers, TimeProvider.System.GetUtcNow()).Apply(report);
    }

    /// <summary>A waiver of a rule that nobody has would wait in vain; of one that is left out just now it waits.</summary>
    private static void CheckRules(ParseResult command, Settings settings, IReadOnlyList<LoadedRule> rules, IReadOnlyList<Waiver> waivers)
    {
        var running = rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        if (waivers.All(w => running.Contains(w.Rule))) return;
        var known = RuleSource.Known(command, settings.Yaml);
        if (waivers.FirstOrDefault(w => !known.Contains(w.Rule)) is { } lost)
            throw new UserErrorException($"{lost.At}:{lost.Place.Column}: there is no rule '{OneLine.Of(lost.Rule)}'{(Suggestion.Near(lost.Rule, known) is { Length: > 0 } near ? near : "; take the waiver out, or name its rules with --rules DIR")}");
    }
}
