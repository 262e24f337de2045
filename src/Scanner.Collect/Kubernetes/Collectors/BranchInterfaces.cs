using System.Text.Json;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Reads the network interface that the VPC resource controller gives to a pod with security groups of its own.</summary>
internal static class BranchInterfaces
{
    private const string Annotation = "vpc.amazonaws.com/pod-eni";

    /// <summary>Null where the pod has none.</summary>
    public static BranchInterface? Of(ObjectField pod)
    {
        var annotation = pod["metadata"].Present["annotations"][Annotation];
        if (annotation.IsAbsent) return null;
        return Parse(annotation) is [var card] ? new(card["eniId"].NeedText, card["privateIp"].NeedText) : throw annotation.Unusable;
    }

    private static IReadOnlyList<ObjectField> Parse(ObjectField annotation)
    {
        try
        {
            return new ObjectField(JsonSerializer.Deserialize<JsonElement>(annotation.NeedText), Annotation).List;
        }
        catch (JsonException)
        {
            throw annotation.Unusable;
        }
    }
}
