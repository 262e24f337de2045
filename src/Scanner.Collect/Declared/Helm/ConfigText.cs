using System.Globalization;
using System.Text;
using System.Text.Json;
using Scanner.Collect.Declared.Kubernetes;
using Scanner.Collect.Workbench;
using Scanner.Model;

namespace Scanner.Collect.Declared.Helm;

/// <summary>Writes maps as the chart writes them into configuration files. Null is a file of which not all is known.</summary>
internal static class ConfigText
{
    /// <summary>Keys and values, with sections where a value is a map, or a list of maps.</summary>
    /// <param name="file">What values say of it.</param>
    /// <param name="lines">Takes where each line is said; none of a text that values have as it is.</param>
    public static string? Sections(DeclaredValue file, List<Origin?> lines)
    {
        if (file.IsText) return YamlScalars.IsFilledIn(file.Raw) ? null : file.Raw;
        if (!file.IsMap || HasOpen(file)) return null;
        var text = new StringBuilder();
        foreach (var name in Said(file))
            foreach (var part in file[name] is { IsList: true } several ? several.Elements : [file[name]!])
                if (part.IsMap) Section(text, name, part, lines);
                else Add(text, $"{name}={Scalar(part)}\n", part.Origin, lines);
        return text.ToString();
    }

    /// <summary>Launcher profiles, in which a list becomes one line.</summary>
    /// <param name="file">What values say of it.</param>
    /// <param name="lines">Takes where each line is said.</param>
    public static string? Profiles(DeclaredValue file, List<Origin?> lines)
    {
        // overrides of jobs name files that are not made here
        if (!file.IsMap || HasOpen(file) || file.Names.Any(n => file[n]!.Names.Any(k => file[n]![k]!.Elements.Any(e => e.IsMap)))) return null;
        var text = new StringBuilder();
        foreach (var name in Said(file))
            if (file[name] is { IsMap: true } section) Profile(text, name, section, lines);
            else Add(text, $"{name}={Scalar(file[name]!)}\n", file[name]!.Origin, lines);
        return text.ToString();
    }

    /// <summary>Records of keys and values, with an empty line between two.</summary>
    public static string? Records(DeclaredValue file)
    {
        if (file.IsText) return YamlScalars.IsFilledIn(file.Raw) ? null : file.Raw;
        if (HasOpen(file)) return null;
        return string.Join('\n', (file.IsMap ? [file] : file.Elements).Select(r => string.Concat(r.Names.Order(StringComparer.Ordinal).Select(n => $"{n}: {Scalar(r[n]!)}\n"))));
    }

    /// <summary>Whether some of it is filled in later. What only depends on the chart's version is left out of view by itself.</summary>
    public static bool HasOpen(DeclaredValue value) => value is { IsOpen: true, Why: null } || (value.IsText && YamlScalars.IsFilledIn(value.Raw))
        || value.Elements.Any(HasOpen) || value.Names.Any(n => HasOpen(value[n]!));

    /// <summary>A null takes a default away, and is nothing by itself.</summary>
    private static IEnumerable<string> Said(DeclaredValue map) => map.Names.Where(n => map[n] is { IsNull: false }).Order(StringComparer.Ordinal);

    private static void Section(StringBuilder text, string name, DeclaredValue section, List<Origin?> lines)
    {
        Add(text, $"[{name}]\n", section.Origin, lines);
        foreach (var key in Said(section)) Add(text, $"{key}={Scalar(section[key]!)}\n", section[key]!.Origin, lines);
        Add(text, "\n", null, lines);
    }

    private static void Add(StringBuilder text, string added, Origin? origin, List<Origin?> lines)
    {
        text.Append(added);
        lines.AddRange(Enumerable.Repeat(origin, added.Count(c => c == '\n')));
    }

    private static void Profile(StringBuilder text, string name, DeclaredValue section, List<Origin?> lines)
    {
        Add(text, $"[{name}]\n", section.Origin, lines);
        foreach (var key in section.Names.Order(StringComparer.Ordinal))
            Add(text, $"{key}={(section[key] is { IsList: true } list ? string.Join(',', list.Elements.Select(Scalar)) : Scalar(section[key]!))}\n", section[key]!.Origin, lines);
        Add(text, "\n", null, lines);
    }

    private static string Scalar(DeclaredValue value) => value.IsOpen ? value is { Why: { } why, Remedy: { } remedy } ? UntoldValue.Of(why, remedy) : SecretValue.NotKept : value.Kind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "<nil>",
        JsonValueKind.Number => Number(value.Raw),
        JsonValueKind.String => value.Raw,
        _ => value.ToString(),
    };

    /// <summary>Helm keeps numbers as floating ones, and writes large ones with an exponent.</summary>
    private static string Number(string json)
    {
        if (!double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number == 0) return json;
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(number)));
        if (exponent is >= -4 and < 6) return json;
        var mantissa = (number / Math.Pow(10, exponent)).ToString("R", CultureInfo.InvariantCulture);
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }
}
