using System.Globalization;
using System.Text;
using Scanner.Collect.Doctor;
using Scanner.Model;

namespace Scanner.Cli.Output;

/// <summary>What the doctor found, what is missing first.</summary>
internal static class HealthText
{
    public static string Of(IReadOnlyList<ScopeHealth> found)
    {
        var text = new StringBuilder();
        // an account's number is the word of whoever answered
        var scopes = found.Select(s => s with { Name = OneLine.Of(s.Name) }).ToList();
        var missing = Rows(scopes, Standing.Missing);
        Section(text, "MISSING", missing);
        if (missing.Any(r => r.Action.Contains(':', StringComparison.Ordinal))) text.Append("  add them: scanner permissions aws prints the policy of a scan\n");
        if (missing.Any(r => !r.Action.Contains(':', StringComparison.Ordinal))) text.Append("  add them: scanner permissions kubernetes prints the role of a scan\n");
        Section(text, "COULD NOT BE TOLD", [.. scopes.Where(s => s.Closed is not null).Select(Closed), .. Rows(scopes, Standing.Untold)]);
        var (name, who) = (Width(scopes.Select(s => s.Name)), scopes.Where(s => s.Identity is not null).DistinctBy(s => (s.Identity, s.Source)));
        foreach (var scope in who) text.Append(CultureInfo.InvariantCulture, $"as {OneLine.Of(scope.Identity!)}{(scope.Source is null ? "" : $" ({OneLine.Of(scope.Source)})")}\n");
        foreach (var scope in scopes) text.Append(CultureInfo.InvariantCulture, $"{scope.Name.PadRight(name)}  {Counts(scope)}\n");
        return text.ToString();
    }

    private static List<(string Scope, string Action, string Detail)> Rows(IReadOnlyList<ScopeHealth> scopes, Standing standing) =>
        [.. scopes.SelectMany(s => s.Where(standing).Select(p => (s.Name, p.Action, OneLine.Of(p.Detail))))];

    private static (string Scope, string Action, string Detail) Closed(ScopeHealth scope) => (scope.Name, scope.Closed!.Action, OneLine.Of($"{scope.Closed.Detail} · {scope.Closed.Remedy}"));

    private static void Section(StringBuilder text, string title, IReadOnlyList<(string Scope, string Action, string Detail)> rows)
    {
        if (rows.Count == 0) return;
        text.Append(CultureInfo.InvariantCulture, $"{title}  {rows.Count}\n");
        var (scope, action) = (Width(rows.Select(r => r.Scope)), Width(rows.Select(r => r.Action)));
        foreach (var row in rows) text.Append(CultureInfo.InvariantCulture, $"  {row.Scope.PadRight(scope)}  {row.Action.PadRight(action)}  {row.Detail}\n");
    }

    private static string Counts(ScopeHealth scope)
    {
        if (scope.Closed is not null) return "cannot be entered";
        (Standing Standing, string Word)[] words = [(Standing.There, "there"), (Standing.Missing, "missing"), (Standing.Untold, "could not be told"), (Standing.NotNeeded, "not needed here")];
        var counts = words.Select(w => (scope.Where(w.Standing).Count, w.Word)).Where(w => w.Count > 0 || w.Word == "there");
        return "permissions: " + string.Join(", ", counts.Select(c => $"{c.Count} {c.Word}"));
    }

    private static int Width(IEnumerable<string> texts) => texts.Select(t => t.Length).DefaultIfEmpty().Max();
}
