using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Queries;

namespace Scanner.Report.Tables;

/// <summary>Makes cells of the model's values. What was not read stays visible as such, however deep it lies.</summary>
internal static class CellMaker
{
    private const int Deepest = 6;

    public static Cell Of(object? value) => Of(value, Deepest);

    /// <summary>The properties of a resource, or the parts of a value, by name; null where it is a text of its own.</summary>
    public static IReadOnlyList<PropertyInfo>? PartsOf(Type type) => type.Assembly != typeof(Fact<>).Assembly || type.IsEnum || HasText(type) ? null
        : [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract" && !p.IsDefined(typeof(MessageOnlyAttribute)))];

    public static Cell Part(PropertyInfo property, object of) => Of(property.GetValue(of), Deepest);

    private static Cell Of(object? value, int depth) => value switch
    {
        null => new Cell.Absent(),
        IFact fact => fact.Source.Missing is { } gap ? new Cell.Unknown(gap) : Of(fact.Boxed, depth),
        Truth truth => truth.IsUnknown ? new Cell.Unknown(truth.Gap) : new Cell.Flag(truth.IsTrue),
        Tally tally => tally.Doubt is { } doubt ? new Cell.Some(Shown.Of(tally), doubt) : new Cell.Number(Shown.Of(tally)),
        bool flag => new Cell.Flag(flag),
        double other when !double.IsFinite(other) => new Cell.Text(other.ToString(CultureInfo.InvariantCulture)),
        int or long or double or decimal => new Cell.Number(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        string text => new Cell.Text(text),
        Enum => new Cell.Text(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!)),
        DateTimeOffset time => new Cell.Text(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        StringMap map => new Cell.Parts([.. map.Entries.Select(e => (e.Key, (Cell)new Cell.Text(e.Value)))]),
        Reachability reach => reach.Answer.IsUnknown ? new Cell.Unknown(reach.Answer.Gap) : new Cell.Text(reach.Answer.IsTrue ? "reachable" : $"blocked: {reach.Reason}"),
        IMany many => new Cell.Many([.. many.Found.Select(m => m.Doubt is { } doubt ? new Cell.Unknown(doubt) : Of(m.Item, depth - 1))], many.Unlisted),
        ITuple tuple => new Cell.Many([.. Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], depth - 1))], null),
        IEnumerable items => new Cell.Many([.. items.Cast<object?>().Select(i => Of(i, depth - 1))], null),
        ISubject subject => new Cell.Text(subject.Label),
        _ => depth > 0 && PartsOf(value.GetType()) is { } parts
            ? new Cell.Parts([.. parts.Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Name), Of(p.GetValue(value), depth - 1)))])
            : new Cell.Text(Shown.Of(value)),
    };

    /// <summary>A text that somebody wrote, as opposed to the compiler's own for records.</summary>
    private static bool HasText(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes) is { } text && text.DeclaringType == type && !text.IsDefined(typeof(CompilerGeneratedAttribute)) && !typeof(ISubject).IsAssignableFrom(type);
}
