using Scanner.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.ParallelCluster;

/// <summary>Reads a cluster configuration's text. A document that is malformed, too big or too deep is a gap and never a crash.</summary>
internal static class ConfigText
{
    public const int Largest = 1024 * 1024;

    private const int Deepest = 64; // the library reads recursively, so that a deep document would end the process

    /// <param name="text">The document.</param>
    /// <param name="evidence">Who gave it; its locator names it in messages.</param>
    public static Answer<ConfigNode> Read(string text, Evidence evidence)
    {
        if (text.Length > Largest) return Bad(evidence, $"the document is larger than {Largest / 1024} KB");
        var parser = new Parser(new StringReader(text));
        try
        {
            if (TooDeep(parser) is { } mark) return Bad(evidence, $"line {mark.Line}, column {mark.Column}: nested more than {Deepest} levels deep");
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? new(evidence, nameof(Cluster), ConfigNode.Root(root), null)
                : Bad(evidence, stream.Documents.Count == 0 ? "the document is empty" : "not one YAML document with keys and values");
        }
        catch (YamlException e)
        {
            return Bad(evidence, $"line {e.Start.Line}, column {e.Start.Column}: {e.Message}");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // some malformed documents the library answers with these, and without a place
            return Bad(evidence, $"not valid YAML, at line {parser.Current?.End.Line ?? 1} or after it");
        }
    }

    private static Mark? TooDeep(Parser parser)
    {
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest) return parser.Current.Start;
        }
        return null;
    }

    private static Answer<ConfigNode> Bad(Evidence evidence, string problem)
    {
        var where = evidence.Locator ?? evidence.Action;
        return new(evidence, nameof(Cluster), null, new(evidence.Scope, nameof(Cluster), evidence.Action, GapCause.Failed,
            OneLine.Of($"{where}: {problem}"), new(RemedyKind.Flag, OneLine.Of($"mend {where}"))));
    }
}
