using System.Globalization;
using System.Text;
using Scanner.Check;

namespace Scanner.Cli.Output;

/// <summary>A rule as a page of text.</summary>
internal static class RulePage
{
    public static string Of(LoadedRule loaded)
    {
        var rule = loaded.Rule;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{loaded.Id} {loaded.Name}");
        text.AppendLine(rule.Title).AppendLine();
        Row(text, "severity", rule.DefaultSeverity.ToString().ToLowerInvariant());
        Row(text, "level", rule.Level.ToString().ToLowerInvariant());
        Row(text, "concerns", rule.Architectures.IsEmpty ? loaded.Architecture : rule.Architectures.ToString());
        if (rule.IsOffByDefault) Row(text, "runs", $"only where it is named: --only {loaded.Id}");
        Row(text, "judges each", rule.SubjectType.Name);
        Row(text, "source", rule.Source);
        if (!rule.Supersedes.IsEmpty) Row(text, "supersedes", rule.Supersedes.ToString());
        Row(text, "script", loaded.Path);
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Why: {rule.Why}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Fix: {rule.Fix}");
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, string value) => text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-12} {value}");
}
