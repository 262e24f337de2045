namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Reads conditions of a status.</summary>
internal static class Conditions
{
    /// <summary>Whether a condition is met; null where the status has no such condition. <c>Unknown</c>, as of a node that fell silent, is not met.</summary>
    public static bool? Met(ObjectField status, string type) => status.Present["conditions"].List.FirstOrDefault(c => c["type"].Text == type) is not { } condition ? null
        : condition["status"].NeedText switch
        {
            "True" => true,
            "False" or "Unknown" => false,
            _ => throw condition["status"].Unusable,
        };
}
