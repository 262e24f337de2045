using Scanner.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.Workbench;

/// <summary>Reads <c>tolerations</c>, <c>affinity</c> and <c>nodeSelector</c> of a pod's specification.</summary>
internal static class PlacementYaml
{
    private const int Largest = 256 * 1024;
    private const int Deepest = 32; // the library reads recursively, so that a deep document would end the process

    public static PlacementReading Read(string yaml)
    {
        if (string.IsNullOrWhiteSpace(yaml)) return PlacementReading.Anywhere;
        if (yaml.Length > Largest) return PlacementReading.Undecided("the placement is larger than 256 KB");
        try
        {
            if (Unwanted(yaml) is { } unwanted) return PlacementReading.Undecided(unwanted);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode root }] ? new(Placement(new(root)), null) : PlacementReading.Undecided("the placement is no YAML mapping");
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            // the library's words quote the text
            return PlacementReading.Undecided("the placement is not valid YAML");
        }
        catch (AbsentFieldException e)
        {
            return PlacementReading.Undecided($"the placement has no usable {e.Message}");
        }
    }

    private static string? Unwanted(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest) return "the placement is nested too deep";
            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false }) return "the placement has YAML anchors";
        }
        return null;
    }

    private static PodPlacement Placement(PlacementNode root)
    {
        var node = root.At("affinity")?.At("nodeAffinity");
        return new(
            root.List("tolerations").Select(Toleration).ToItems(),
            new(root.At("nodeSelector")?.Entries() ?? []),
            (node?.At("requiredDuringSchedulingIgnoredDuringExecution") is { } required ? Terms(required) : []).ToItems(),
            node?.List("preferredDuringSchedulingIgnoredDuringExecution") is { Count: > 0 });
    }

    private static Toleration Toleration(PlacementNode node) => new(
        NotEmpty(node.Text("key")), Known(NotEmpty(node.Text("operator")) ?? "Equal", "Equal", "Exists"), node.Text("value"), NotEmpty(node.Text("effect")));

    /// <summary>A term without conditions matches no node, which no list of conditions can say.</summary>
    private static List<Items<LabelRequirement>> Terms(PlacementNode required)
    {
        var terms = required.List("nodeSelectorTerms");
        if (terms.Count == 0) throw new AbsentFieldException("nodeSelectorTerms");
        return [.. terms.Select(term => term.At("matchFields") is null && term.List("matchExpressions") is { Count: > 0 } conditions
            ? conditions.Select(Condition).ToItems() : throw new AbsentFieldException("matchExpressions"))];
    }

    private static LabelRequirement Condition(PlacementNode node) =>
        new(Wire.Need(node.Text("key"), "key"), Known(Wire.Need(node.Text("operator"), "operator"), "In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"), node.List("values").Select(v => v.Text()).ToItems());

    /// <summary>A pod with another operator is refused, and no session comes of it.</summary>
    private static string Known(string name, params ReadOnlySpan<string> known) => known.Contains(name) ? name : throw new AbsentFieldException("operator");

    private static string? NotEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
