using System.Text.RegularExpressions;
using Scanner.Collect.Yaml;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>The YAML or JSON documents of a user's file, with their places in it.</summary>
internal static partial class DeclaredYaml
{
    public const int Largest = 8 * 1024 * 1024;

    /// <summary>What to do about braces that a program fills in before anybody reads the file as YAML.</summary>
    public const string OfTemplate = "where {{ … }} is a template's, render it first (helm template)";

    private const string OfAnother = "where {{ … }} or {% … %} is a template's, render it first, with the program that it is made for (Jinja, Ansible, cookiecutter …)";

    /// <summary>Helm's own templates name what they fill in with a dot, or trim the line.</summary>
    [GeneratedRegex(@"\{\{-|\{\{[^}]*(\s|\()\.[A-Za-z]|\{\{\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Helms { get; }

    private const string TypographicQuotes = "“”„‟‘’‚‛«»";

    [GeneratedRegex("^ +(?=\\r?$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Blank { get; }

    /// <summary>
    /// The text with lines of nothing but spaces emptied: charts render such at the beginning of blocks, where YAML allows them and the
    /// library does not. Lines and columns stay what they are.
    /// </summary>
    public static string Readable(string text) => Blank.Replace(text, "");

    /// <summary>Read once: what a file is, several formats look for in it.</summary>
    /// <exception cref="DeclaredException">The file is no YAML.</exception>
    public static IReadOnlyList<YamlPlace> Documents(DeclaredText file) => file.Documents;

    /// <exception cref="DeclaredException">The file is no YAML.</exception>
    internal static IReadOnlyList<YamlPlace> Parse(DeclaredText file)
    {
        if (file.Text.Length > Largest) throw new DeclaredException($"{file.Name}: larger than {Largest / 1024} KB, which no such file is");
        try
        {
            var documents = YamlText.Documents(Readable(file.Text));
            if (Pasted(documents) is { } pasted) throw file.Error(pasted.Line, pasted.Column, "typographic quotes, as word processors write them: use \" or '");
            return documents;
        }
        catch (YamlTextException e)
        {
            throw file.Error(e.Line, e.Column, $"not valid YAML: {e.Message}{Rendering(file.Line(e.Line))}", e);
        }
    }

    private static string Rendering(string line) => Helms.IsMatch(line) ? $"; {OfTemplate}"
        : line.Contains("{{", StringComparison.Ordinal) || line.Contains("{%", StringComparison.Ordinal) ? $"; {OfAnother}" : "";

    /// <summary>Whether a key is braces within braces, which is what YAML makes of a template's.</summary>
    public static bool IsOfTemplate(YamlPlace map, YamlPlace key) => IsDoubled(map, key) || (key.IsMapping && key.Children.FirstOrDefault() is { } first && IsDoubled(key, first));

    /// <summary>The one document of a file that must have one.</summary>
    /// <exception cref="DeclaredException">The file is no YAML, or has none or several.</exception>
    public static YamlPlace Document(DeclaredText file, string title) => Documents(file) switch
    {
        [{ IsMapping: true } one] => one,
        [] => throw new DeclaredException($"{file.Name}:1:1: is empty, and no {title}"),
        [_, var second, ..] => throw file.Error(second.Line, second.Column, $"a second document; a {title} is one"),
        [var other] => throw file.Error(other.Line, other.Column, $"keys and values expected, as in a {title}"),
    };

    /// <summary>A place in the file.</summary>
    public static SourceLocation At(this DeclaredText file, YamlPlace place) =>
        place.IsScalar ? file.At(place.Line, place.Column, place.EndColumn) : file.At(place.Line);

    private static bool IsDoubled(YamlPlace outer, YamlPlace inner) => inner.IsMapping && (inner.Line, inner.Column) == (outer.Line, outer.Column + 1);

    private static YamlPlace? Pasted(IReadOnlyList<YamlPlace> documents)
    {
        var (seen, open) = (new HashSet<YamlDotNet.RepresentationModel.YamlNode>(ReferenceEqualityComparer.Instance), new Stack<YamlPlace>(documents.Reverse()));
        while (open.TryPop(out var place))
        {
            if (!seen.Add(place.Node)) continue;
            if (place is { IsScalar: true, IsQuoted: false } && place.Scalar is { Length: > 0 } text && TypographicQuotes.Contains(text[0], StringComparison.Ordinal)) return place;
            foreach (var child in place.Children.Reverse()) open.Push(child);
        }
        return null;
    }
}
