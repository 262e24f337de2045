namespace Scanner.Model;

/// <summary>What changes the number of a workload's pods (autoscaling HorizontalPodAutoscaler).</summary>
public sealed class HorizontalPodAutoscaler : NamespacedResource
{
    internal HorizontalPodAutoscaler() { }

    public Fact<string> TargetKind { get; internal init; }

    public Fact<string> TargetName { get; internal init; }

    /// <summary>1 where absent, as the API has it.</summary>
    public Fact<int> MinReplicas { get; internal init; }

    public Fact<int> MaxReplicas { get; internal init; }
}
