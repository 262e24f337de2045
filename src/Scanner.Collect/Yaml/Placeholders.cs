using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.Yaml;

/// <summary>Text that another program fills in before the file is used, such as <c>${SUBNET}</c> or <c>{{ subnet }}</c>: what it comes to is not in the file.</summary>
internal static partial class Placeholders
{
    private static readonly TagName s_template = new("!template");

    private static readonly string[] s_marks = ["${", "{{", "{%", "<%"];

    // $SUBNET, <SUBNET>, @SUBNET@, __SUBNET__ as the whole of it
    [GeneratedRegex(@"^(\$[A-Za-z_]\w*|<[A-Za-z_][\w -]*>|@[A-Za-z_]\w*@|__[A-Za-z]\w*__)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole { get; }

    public static bool IsIn(string text) => Array.Exists(s_marks, m => text.Contains(m, StringComparison.Ordinal)) || (text.Length > 1 && text[0] is '$' or '<' or '@' or '_' && Whole.IsMatch(text));

    /// <summary>Makes such text an expression, as a tag such as <c>!Sub</c> does.</summary>
    public static void Mark(YamlPlace document)
    {
        var (seen, open) = (new HashSet<YamlNode>(ReferenceEqualityComparer.Instance), new Stack<YamlPlace>([document]));
        while (open.TryPop(out var place))
        {
            if (!seen.Add(place.Node)) continue;
            if (place.Scalar is { } text && place.Node.Tag.IsEmpty && IsIn(text)) place.Node.Tag = s_template;
            foreach (var child in place.Children) open.Push(child);
        }
    }

    /// <summary>What is wrong with a value that is one of these; null of any other.</summary>
    public static string? Problem(YamlNode value, string path) =>
        value is YamlScalarNode { Value: { } text } && value.Tag == s_template ? $"{path} is {text}, which is filled in before the file is used: check what comes of it" : null;
}
