using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>Reads the configuration that a cluster has stored. A document that is malformed, too big or too deep is a gap and never a crash.</summary>
internal static class ConfigText
{
    public const int Largest = 1024 * 1024;

    /// <param name="text">The document.</param>
    /// <param name="evidence">Who gave it; its locator names it in messages.</param>
    public static Answer<YamlPlace> Read(string text, Evidence evidence)
    {
        if (text.Length > Largest) return Bad(evidence, $"the document is larger than {Largest / 1024} KB");
        try
        {
            return YamlText.Documents(text) switch
            {
                [] => Bad(evidence, "the document is empty"),
                [{ IsMapping: true } root] => new(evidence, nameof(Cluster), root, null),
                _ => Bad(evidence, "not one YAML document with keys and values"),
            };
        }
        catch (YamlTextException e)
        {
            return Bad(evidence, $"line {e.Line}, column {e.Column}: {e.Message}");
        }
    }

    private static Answer<YamlPlace> Bad(Evidence evidence, string problem)
    {
        var where = evidence.Locator ?? evidence.Action;
        return new(evidence, nameof(Cluster), null, new(evidence.Scope, nameof(Cluster), evidence.Action, GapCause.Failed,
            OneLine.Of($"{where}: {problem}"), new(RemedyKind.Flag, OneLine.Of($"mend {where}"))));
    }
}
