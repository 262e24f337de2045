using System.Text.Json;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>An action of the AWS Load Balancer Controller: a backend's service is then the name of an annotation that says what happens.</summary>
internal static class AlbAction
{
    /// <summary>The services that the action forwards to; none where it answers or redirects.</summary>
    /// <exception cref="AbsentFieldException">It forwards to something that is not named by its service, or is not understood.</exception>
    public static IEnumerable<(string Service, string Port)> Services(ObjectField annotations, string name)
    {
        var place = $"annotation alb.ingress.kubernetes.io/actions.{name}";
        var action = Parse(annotations[$"alb.ingress.kubernetes.io/actions.{name}"].NeedText, place);
        return Find(action, "type") is { ValueKind: JsonValueKind.String } type ? type.GetString() switch
        {
            "forward" => Targets(action, place),
            "redirect" or "fixed-response" => [],
            _ => throw new AbsentFieldException(place),
        } : throw new AbsentFieldException(place);
    }

    private static IEnumerable<(string, string)> Targets(JsonElement action, string place) =>
        Find(action, "forwardConfig") is { } config && Find(config, "targetGroups") is { ValueKind: JsonValueKind.Array } groups && groups.GetArrayLength() > 0
            ? groups.EnumerateArray().Select(g => (new ObjectField(Find(g, "serviceName") ?? default, $"{place} serviceName").NeedText,
                new ObjectField(Find(g, "servicePort") ?? default, $"{place} servicePort").NeedScalar)).ToList()
            : throw new AbsentFieldException($"{place} serviceName");

    /// <summary>The controller does not mind the case of names.</summary>
    private static JsonElement? Find(JsonElement json, string name)
    {
        if (json.ValueKind is JsonValueKind.Object)
            foreach (var member in json.EnumerateObject())
                if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)) return member.Value;
        return null;
    }

    private static JsonElement Parse(string text, string place)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw new AbsentFieldException(place);
        }
    }
}
