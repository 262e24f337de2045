using System.Text.RegularExpressions;
using Scanner.Collect.Declared.Kubernetes;
using Scanner.Collect.Yaml;

namespace Scanner.Collect.Declared.Helm;

/// <summary>YAML in a text of a YAML file, with its places in that file.</summary>
internal static partial class InlineText
{
    /// <summary>The line that begins a block of text, in which lines are those of the file.</summary>
    [GeneratedRegex(@"\|[-+0-9]*\s*(#.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Block { get; }

    /// <exception cref="DeclaredException">It is no YAML, or no map.</exception>
    public static DeclaredValue Read(DeclaredValue? text)
    {
        if (text is not { IsText: true, Origin: { } origin }) return DeclaredValue.Map();
        var lines = origin.File.Text.Split('\n');
        var isBlock = Block.IsMatch(lines[origin.Line - 1].TrimEnd('\r'));
        Origin Place(int line, int column, int end) => !isBlock ? origin : new(origin.File, origin.Line + line, column + Indent(lines, origin.Line), end + Indent(lines, origin.Line));
        try
        {
            return YamlText.Documents(DeclaredYaml.Readable(text.Raw)) switch
            {
                [] => DeclaredValue.Map(),
                [{ IsMapping: true } one] => new YamlValues(origin.File, Place).Read(one),
                _ => throw origin.File.Error(origin.Line, origin.Column, "values that are no map"),
            };
        }
        catch (YamlTextException e)
        {
            var at = Place(e.Line, e.Column, e.Column + 1);
            throw origin.File.Error(at.Line, at.Column, $"not valid YAML: {e.Message}", e);
        }
    }

    private static int Indent(string[] lines, int after)
    {
        var first = lines.Skip(after).FirstOrDefault(l => l.Trim().Length > 0) ?? "";
        return first.Length - first.TrimStart().Length;
    }
}
