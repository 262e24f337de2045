using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Scanner.Model;
using Scanner.Model.Queries;

namespace Scanner.Report.Tables;

/// <summary>Lays out what a query gives as a table.</summary>
/// <param name="columns">The names of a tuple's parts; none where a row is no tuple.</param>
internal sealed class TableMaker(IReadOnlyList<string> columns)
{
    private static readonly string[] s_resource = ["Id", "Name", "Scope"];
    private static readonly string[] s_subject = ["Id", "Name"];

    /// <summary>The table of a value, or of the gap that stands in its way.</summary>
    /// <param name="value">What the query gave.</param>
    /// <param name="missing">Why it gave nothing.</param>
    /// <param name="type">The type of what it gives, for the columns of an answer without rows.</param>
    public Table Of(object? value, Gap? missing, Type type)
    {
        if (missing is not null) return One([new Cell.Unknown(missing)]);
        if (value is IFact fact) return Of(fact.Source.Missing is null ? fact.Boxed : null, fact.Source.Missing, type.GetGenericArguments()[0]);
        if (value is IMany many)
            return new(ColumnsOf(ElementOf(type)), [.. many.Found.Select(m => new TableRow(Cells(m.Item, ElementOf(type)), m.Doubt))]) { Unlisted = many.Unlisted is { } gap ? [gap] : [] };
        if (value is IEnumerable items and not string)
            return new(ColumnsOf(ElementOf(type)), [.. items.Cast<object?>().Select(i => new TableRow(Cells(i, ElementOf(type)), null))]);
        return value is Resource resource ? Properties(resource) : new(ColumnsOf(type), [new(Cells(value, type), null)]);
    }

    private static Table One(IReadOnlyList<Cell> cells) => new(["Value"], [new(cells, null)]);

    private static Type ElementOf(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : typeof(object);

    /// <summary>One resource: a row for each of its properties.</summary>
    private static Table Properties(Resource resource) => new(["Property", "Value"],
        [.. CellMaker.PartsOf(resource.GetType())!.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new TableRow([new Cell.Text(p.Name), CellMaker.Part(p, resource)], null))]);

    private IReadOnlyList<string> ColumnsOf(Type row)
    {
        if (typeof(ITuple).IsAssignableFrom(row)) return columns;
        if (typeof(Resource).IsAssignableFrom(row)) return s_resource;
        if (typeof(ISubject).IsAssignableFrom(row)) return s_subject;
        return Parts(row) is { } parts ? [.. parts.Select(p => p.Name)] : ["Value"];
    }

    /// <summary>The cells of one row; where the row as a whole could not be told, none of them could.</summary>
    private IReadOnlyList<Cell> Cells(object? row, Type type)
    {
        if (row is IFact { Source.Missing: { } missing }) return [.. ColumnsOf(type).Select(_ => new Cell.Unknown(missing))];
        if (row is IFact { Boxed: var boxed } && !typeof(IFact).IsAssignableFrom(type)) row = boxed;
        return row switch
        {
            ITuple tuple when typeof(ITuple).IsAssignableFrom(type) => [.. Enumerable.Range(0, tuple.Length).Select(i => CellMaker.Of(tuple[i]))],
            Resource resource => [new Cell.Text(resource.Id), CellMaker.Of(resource.Name), new Cell.Text(resource.Scope)],
            ISubject subject => [new Cell.Text(subject.Id), new Cell.Text(subject.Label)],
            not null when Parts(type) is { } parts => [.. parts.Select(p => CellMaker.Part(p, row))],
            _ => [CellMaker.Of(row), .. ColumnsOf(type).Skip(1).Select(_ => new Cell.Absent())],
        };
    }

    private static IReadOnlyList<PropertyInfo>? Parts(Type type) =>
        type == typeof(StringMap) || type == typeof(Reachability) || type == typeof(Truth) || type == typeof(Tally) || typeof(IFact).IsAssignableFrom(type) || typeof(IEnumerable).IsAssignableFrom(type) || typeof(IMany).IsAssignableFrom(type)
            ? null : CellMaker.PartsOf(type) is { Count: > 0 } parts ? parts : null;
}
