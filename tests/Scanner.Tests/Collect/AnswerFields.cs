using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Scanner.Tests.Collect;

/// <summary>The fields of a recorded answer by their paths, where a list's items are one: <c>reservationSet/item/instancesSet/item/instanceId</c>.</summary>
internal static class AnswerFields
{
    /// <summary>Every path, of values and of what holds them.</summary>
    public static IReadOnlyList<string> Of(string file, byte[] body) => IsXml(file)
        ? [.. Below(Xml(body)).Select(e => Path(e)).Distinct().Order(StringComparer.Ordinal)]
        : [.. Below(Json(body), "").Select(f => f.Path).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The answer without what stands at a path, in every item.</summary>
    public static byte[] Without(string file, byte[] body, string path)
    {
        if (!IsXml(file))
        {
            var json = Json(body);
            foreach (var (_, parent, name) in Below(json, "").Where(f => f.Path == path).ToList()) parent.Remove(name);
            return Bytes(json.ToJsonString());
        }
        var xml = Xml(body);
        foreach (var element in Below(xml).Where(e => Path(e) == path).ToList()) element.Remove();
        return Bytes(xml.ToString());
    }

    /// <summary>The answer with another text at a path, in every item; null where no text stands there.</summary>
    public static byte[]? With(string file, byte[] body, string path, string text)
    {
        if (!IsXml(file))
        {
            var json = Json(body);
            var places = Below(json, "").Where(f => f.Path == path && f.Parent[f.Name] is JsonValue value && value.GetValueKind() is JsonValueKind.String && IsText((string)value!)).ToList();
            foreach (var (_, parent, name) in places) parent[name] = text;
            return places.Count == 0 ? null : Bytes(json.ToJsonString());
        }
        var xml = Xml(body);
        var elements = Below(xml).Where(e => Path(e) == path && !e.HasElements && IsText(e.Value.Trim())).ToList();
        foreach (var element in elements) element.Value = text;
        return elements.Count == 0 ? null : Bytes(xml.ToString());
    }

    /// <summary>No number, switch or time: those have a form that a secret has not.</summary>
    private static bool IsText(string value) => value.Length > 0 && value is not ("true" or "false")
        && !double.TryParse(value, CultureInfo.InvariantCulture, out _) && !DateTime.TryParse(value, CultureInfo.InvariantCulture, out _);

    public static bool IsReadable(string file) => System.IO.Path.GetExtension(file) is ".xml" or ".json";

    private static bool IsXml(string file) => System.IO.Path.GetExtension(file) == ".xml";

    /// <summary>All elements but those of the envelope: the root, the result in it, and the request's id.</summary>
    private static IEnumerable<XElement> Below(XElement root) => root.Descendants()
        .Where(e => !e.Name.LocalName.EndsWith("Result", StringComparison.Ordinal) && !e.AncestorsAndSelf().Any(a => a.Name.LocalName is "ResponseMetadata" or "requestId"));

    private static string Path(XElement element) => string.Join('/', element.AncestorsAndSelf().Reverse().Skip(1).Select(e => e.Name.LocalName).Where(n => !n.EndsWith("Result", StringComparison.Ordinal)));

    private static IEnumerable<(string Path, JsonObject Parent, string Name)> Below(JsonNode? node, string above) => node switch
    {
        JsonObject parent => parent.SelectMany(p => Below(p.Value, above + p.Key + "/").Prepend((above + p.Key, parent, p.Key))),
        JsonArray items => items.SelectMany(i => Below(i, above)),
        _ => [],
    };

    private static XElement Xml(byte[] body) => XElement.Parse(Encoding.UTF8.GetString(body));

    private static JsonNode Json(byte[] body) => JsonNode.Parse(body)!;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
