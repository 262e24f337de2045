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
    public static DeclaredValue Read(DeclaredValue? text) => text is not { IsText: true, Origin: { } origin } ? DeclaredValue.Map() : Documents(text) switch
    {
        [] => DeclaredValue.Map(),
        [{ IsMap: true } one] => one,
        _ => throw origin.File.Error(origin.Line, origin.Column, "values that are no map"),
    };

    /// <summary>The documents that a text holds; none of one that has no place.</summary>
    /// <exception cref="DeclaredException">It is no YAML.</exception>
    public static IReadOnlyList<DeclaredValue> Documents(DeclaredValue text)
    {
        if (text is not { IsText: true, Origin: { } origin }) return [];
        var place = Places(origin);
        try
        {
            return [.. YamlText.Documents(DeclaredYaml.Readable(text.Raw)).Select(new YamlValues(origin.File, place).Read)];
        }
        catch (YamlTextException e)
        {
            var at = place(e.Line, e.Column, e.Column + 1);
            throw origin.File.Error(at.Line, at.Column, $"not valid YAML: {e.Message}", e);
        }
    }

    /// <summary>What makes places in a file of line, column and end column in one of its texts; of a text that is no block, its own.</summary>
    public static Func<int, int, int, Origin> Places(Origin origin)
    {
        var lines = origin.File.Text.Split('\n');
        if (!Block.IsMatch(lines[origin.Line - 1].TrimEnd('\r'))) return (_, _, _) => origin;
        var indent = Indent(lines, origin.Line);
        return (line, column, end) => new(origin.File, origin.Line + line, column + indent, end + indent);
    }

    private static int Indent(string[] lines, int after)
    {
        var first = lines.Skip(after).FirstOrDefault(l => l.Trim().Length > 0) ?? "";
        return first.Length - first.TrimStart().Length;
    }
}
