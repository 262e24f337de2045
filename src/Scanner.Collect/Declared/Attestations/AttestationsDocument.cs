using System.Globalization;
using System.Text.RegularExpressions;
using Scanner.Collect.Yaml;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Attestations;

/// <summary>A file of attestations: <c>attestations: {GEN-012: {by, date, note, expires}}</c>. Whatever is wrong in it is an error, because what it says makes rules pass.</summary>
internal sealed partial class AttestationsDocument
{
    public const string RootKey = "attestations";

    public const int Largest = 1024 * 1024;

    /// <summary>What is said of a rule.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["by", "date", "expires", "note"];

    private const int LongestText = 2000;

    private readonly DeclaredText _file;

    private AttestationsDocument(DeclaredText file)
    {
        _file = file;
        var root = DeclaredYaml.Document(file, "file of attestations");
        UnknownKeys.AddRange(root.Entries.Where(e => e.Key != RootKey).Select(e => (file.At(e.KeyPlace), e.Key)));
        if (root.Entries.Where(e => e.Key == RootKey).Select(e => e.Value).FirstOrDefault() is not { } map) throw file.Error(root.Line, root.Column, $"no {RootKey}: in it");
        if (!map.IsMapping && !map.IsNothing) throw file.Error(map.Line, map.Column, "rules and what is attested of them expected");
        Map = map;
        Attestations = [.. map.Entries.Select(e => Read(e.Key, e.KeyPlace, e.Value))];
    }

    /// <summary>Where the rules stand.</summary>
    public YamlPlace Map { get; }

    public IReadOnlyList<DeclaredAttestation> Attestations { get; }

    public List<(SourceLocation Place, string Key)> UnknownKeys { get; } = [];

    [GeneratedRegex("^[A-Z][A-Z0-9]+-[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex RulePattern { get; }

    /// <exception cref="DeclaredException">It cannot be used.</exception>
    public static AttestationsDocument Read(DeclaredText file) => new(file);

    /// <summary>The day that a text writes, as its first moment in UTC; null where it writes none.</summary>
    public static DateTimeOffset? Day(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;

    private DeclaredAttestation Read(string rule, YamlPlace key, YamlPlace said)
    {
        if (!RulePattern.IsMatch(rule)) throw _file.Error(key.Line, key.Column, "no id of a rule; expected one such as GEN-012");
        if (!said.IsMapping) throw _file.Error(key.Line, key.Column, "by, date and note expected");
        UnknownKeys.AddRange(said.Entries.Where(e => !Keys.Contains(e.Key)).Select(e => (_file.At(e.KeyPlace), $"{rule}/{e.Key}")));
        var (date, expires) = (Date(said, key, "date") ?? throw Lacks(key, rule, "date"), Date(said, key, "expires"));
        if (expires <= date) throw _file.Error(key.Line, key.Column, $"{rule} expires before it was attested");
        return new(rule, Text(said, key, rule, "by"), date, Text(said, key, rule, "note"), expires, _file.At(key));
    }

    private string Text(YamlPlace said, YamlPlace key, string rule, string name) => Find(said, name) is { IsNothing: false } place
        ? place is { IsScalar: true, Scalar: { } text } && text.Trim() is { Length: > 0 and <= LongestText } trimmed ? OneLine.Of(trimmed)
            : throw _file.Error(place.Line, place.Column, $"{name} of {rule} is no text of at most {LongestText} characters")
        : throw Lacks(key, rule, name);

    private DateTimeOffset? Date(YamlPlace said, YamlPlace key, string name) => Find(said, name) is not { IsNothing: false } place ? null
        : place is { IsScalar: true, Scalar: { } text } && Day(text.Trim()) is { } day ? day
        : throw _file.Error(place.IsScalar ? place.Line : key.Line, place.IsScalar ? place.Column : key.Column, $"{name} is no day such as 2026-01-31");

    private static YamlPlace? Find(YamlPlace said, string name) => said.Entries.Where(e => e.Key == name).Select(e => e.Value).FirstOrDefault();

    private DeclaredException Lacks(YamlPlace key, string rule, string name) => _file.Error(key.Line, key.Column, $"{rule} lacks {name}");
}
