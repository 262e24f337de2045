using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>What a declared Ingress or Service asks of its target groups by an annotation, beside what these are like: whoever changed them by hand has them changed back.</summary>
internal static class TargetGroupAttributes
{
    /// <summary>By kind: the annotation, and the tag by which the AWS Load Balancer Controller says for whom it made a target group.</summary>
    private static readonly Dictionary<string, (string Annotation, string Tag)> s_asked = new(StringComparer.Ordinal)
    {
        [nameof(Ingress)] = ("alb.ingress.kubernetes.io/target-group-attributes", "ingress.k8s.aws/stack"),
        [nameof(KubeService)] = ("service.beta.kubernetes.io/aws-load-balancer-target-group-attributes", "service.k8s.aws/stack"),
    };

    private static readonly Dictionary<string, string> s_properties = new(StringComparer.Ordinal)
    {
        ["stickiness.enabled"] = "isStickinessEnabled", ["stickiness.type"] = "stickinessType", ["stickiness.lb_cookie.duration_seconds"] = "stickinessSeconds",
        ["stickiness.app_cookie.duration_seconds"] = "stickinessSeconds", ["stickiness.app_cookie.cookie_name"] = "stickinessCookie",
        ["load_balancing.cross_zone.enabled"] = "crossZone", ["preserve_client_ip.enabled"] = "preservesClientIp",
    };

    /// <summary>Each attribute that a file asks of a target group, with all that was seen of that target group.</summary>
    public static IEnumerable<AskedAttribute> Of(Snapshot snapshot)
    {
        var groups = snapshot.Observations.Where(o => o.Kind == nameof(TargetGroup) && DeclaredDriftFinder.IsSeen(o)).GroupBy(o => o.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var said in snapshot.Observations.Where(o => o.Evidence.Plane is Plane.Declared && s_asked.ContainsKey(o.Kind)).OrderBy(o => o.Id, StringComparer.Ordinal))
        {
            var (annotation, tag) = s_asked[said.Kind];
            if (Text(said, "annotations", annotation) is not { } text || said.Key.Split('/') is not [.., var space, var name] || IsDecidedByService(snapshot, said, annotation, space)) continue;
            foreach (var group in groups.Where(g => g.Any(o => Text(o, "tags", tag) == $"{space}/{name}")))
                foreach (var (property, value) in Attributes(text)) yield return new(said, [new("annotations", null), new(annotation, null)], property, value, [.. group]);
        }
    }

    /// <summary>The same annotation of a Service wins over that of the Ingress that leads to it.</summary>
    private static bool IsDecidedByService(Snapshot snapshot, Observation said, string annotation, string space) => said.Kind == nameof(Ingress)
        && snapshot.Observations.Any(o => o.Kind == nameof(KubeService) && Text(o, "annotations", annotation) is not null && o.Key.Split('/').Contains(space));

    private static IEnumerable<(string Property, JsonElement Value)> Attributes(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(a => a.Split('=', 2, StringSplitOptions.TrimEntries)).Where(a => a.Length == 2 && s_properties.ContainsKey(a[0])).Select(a => (s_properties[a[0]], Value(s_properties[a[0]], a[1]))).DistinctBy(a => a.Item1);

    private static JsonElement Value(string property, string text) =>
        property.StartsWith("is", StringComparison.Ordinal) || property.StartsWith("preserves", StringComparison.Ordinal) ? JsonSerializer.SerializeToElement(text == "true")
        : property == "stickinessSeconds" && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? JsonSerializer.SerializeToElement(seconds)
        : JsonSerializer.SerializeToElement(text);

    private static string? Text(Observation observation, string map, string name) => observation.Properties.FirstOrDefault(p => p.Name == map) is { Gap: null, Value.ValueKind: JsonValueKind.Object } said
        && said.Value.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
