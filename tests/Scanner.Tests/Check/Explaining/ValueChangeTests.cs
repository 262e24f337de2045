using System.Text.Json;
using Scanner.Check.Explaining;

namespace Scanner.Tests.Check.Explaining;

public sealed class ValueChangeTests
{
    [Theory]
    [InlineData("false", "true", "if p of X were true")]
    [InlineData("""["a","b"]""", "[]", "if p of X were empty")]
    [InlineData("""["a","b"]""", """["a"]""", "if p of X had no \"b\"")]
    [InlineData("""["a"]""", """["a","b"]""", "if p of X also had \"b\"")]
    [InlineData("""["a","b"]""", """["a","c"]""", "if p[1] of X were \"c\"")]
    [InlineData("""[{"mountDir":"/home","id":"fs-1"},{"mountDir":"/opt","id":"fs-1"}]""", """[{"mountDir":"/home","id":"fs-2"},{"mountDir":"/opt","id":"fs-1"}]""", "if p[/home].id of X were \"fs-2\"")]
    [InlineData("""{"a":{"b":1},"c":2}""", """{"a":{"b":3},"c":2}""", "if p.a.b of X were 3")]
    [InlineData("""{"a":1}""", """{"a":2,"b":null}""", "if p of X were {\"a\":2}")]
    public void It_is_told_by_the_smallest_part_that_differs(string before, string after, string clause) => Assert.Equal(clause, Change(before, after).Clause("X"));

    [Fact]
    public void Long_values_are_cut() => Assert.EndsWith("…", Change("1", $"\"{new string('x', 500)}\"").Clause("X"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""[{"mountDir":"/home","id":"fs-1"}]""", """[{"mountDir":"/home","id":"fs-2"}]""", "/home id fs-1 fs-2")]
    [InlineData("""[{"mountDir":"/home","id":"fs-1","ro":true}]""", """[{"mountDir":"/home","id":"fs-2","ro":false}]""", null)]
    [InlineData("""[{"mountDir":"/home","size":1}]""", """[{"mountDir":"/home","size":2}]""", null)]
    [InlineData("""["a"]""", """["b"]""", null)]
    [InlineData("1", "2", null)]
    public void An_entry_that_refers_elsewhere_is_found_wherever_it_is(string before, string after, string? entry) =>
        Assert.Equal(entry, SameEntry.Between(Json(before), Json(after)) is { } same ? $"{same.Name} {same.Field} {same.Before} {same.After}" : null);

    private static ValueChange Change(string before, string after) => ValueChange.Between("p", Json(before), Json(after));

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
