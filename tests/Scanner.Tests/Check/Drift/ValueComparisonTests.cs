using System.Text.Json;
using Scanner.Check.Drift;
using Scanner.Model.Drift;

namespace Scanner.Tests.Check.Drift;

/// <summary>Where two values differ, to the smallest part that has a name.</summary>
public sealed class ValueComparisonTests
{
    [Theory]
    [InlineData("p", "1", "2", "p: 1 → 2")]
    [InlineData("p", "null", "2", "p: null → 2")]
    [InlineData("tags", """{"a":"1","b":"2"}""", """{"b":"3","c":"4"}""", "tags.a: \"1\" → ; tags.b: \"2\" → \"3\"; tags.c:  → \"4\"")]
    [InlineData("p", """{"a":null}""", """{}""", "")]
    [InlineData("p", """{"a":1,"b":2}""", """{"b":2,"a":1}""", "")]
    [InlineData("subnets", """["a","b"]""", """["c","b"]""", "subnets[]: \"a\" → ; subnets[]:  → \"c\"")]
    [InlineData("subnets", """["a","b"]""", """["b","a"]""", "")]
    [InlineData("queues", """["a","b"]""", """["b","a"]""", """queues: ["a","b"] → ["b","a"]""")]
    [InlineData("ports", """[{"name":"http","port":80},{"name":"https","port":443}]""", """[{"name":"https","port":8443},{"name":"http","port":80}]""", "ports[https].port: 443 → 8443")]
    [InlineData("ports", """[{"name":"http","port":80}]""", """[]""", """ports[http]: {"name":"http","port":80} → """)]
    [InlineData("rules", """[{"name":"a","x":1},{"name":"a","x":2}]""", """[{"name":"a","x":1},{"name":"a","x":3}]""", """rules[]: {"name":"a","x":2} → ; rules[]:  → {"name":"a","x":3}""")]
    [InlineData("p", """{"a":{"b":[1]}}""", """{"a":{"b":[1,2]}}""", "p.a.b[]:  → 2")]
    public void Names_the_smallest_part(string property, string old, string now, string expected) =>
        Assert.Equal(expected, Text(ValueComparison.Compare(property, [Json(old)], [Json(now)])));

    [Theory]
    [InlineData("""["a"]""", """["a","b"]""", "p: \"a\" → \"a\" and \"b\"")]
    [InlineData("""["a","b"]""", """["b","a"]""", "")]
    [InlineData("""[{"t":1,"u":1},{"t":1,"u":2}]""", """[{"t":1,"u":3},{"t":1,"u":4}]""", "p.u: 1 and 2 → 3 and 4")]
    [InlineData("""[{"t":1},{"t":2}]""", """[{"t":1},{}]""", "p.t: 1 and 2 → 1 and null")]
    [InlineData("""[{"t":1},{"t":2}]""", """[{}]""", "p.t: 1 and 2 → ")]
    [InlineData("""[{"t":1,"u":1},{"t":2,"u":2}]""", """[{"t":1,"u":2},{"t":2,"u":1}]""", """p: {"t":1,"u":1} and {"t":2,"u":2} → {"t":1,"u":2} and {"t":2,"u":1}""")]
    public void Several_are_a_set_member_by_member(string old, string now, string expected) =>
        Assert.Equal(expected, Text(ValueComparison.Compare("p", [.. Json(old).EnumerateArray()], [.. Json(now).EnumerateArray()])));

    private static string Text(IReadOnlyList<ValueDifference> found) => string.Join("; ", found.Select(d => $"{PathStep.Text(d.Path)}: {Text(d.Old)} → {Text(d.New)}"));

    private static string Text(IReadOnlyList<JsonElement> values) => string.Join(" and ", values.Select(v => v.GetRawText()));

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
