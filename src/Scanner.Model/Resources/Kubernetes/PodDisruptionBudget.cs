namespace Scanner.Model;

/// <summary>How many pods may be missing at once on purpose (policy PodDisruptionBudget).</summary>
public sealed class PodDisruptionBudget : NamespacedResource
{
    internal PodDisruptionBudget() { }

    /// <summary>Null holds for no pod.</summary>
    public Fact<LabelSelector?> Selector { get; internal init; }

    /// <summary>A number or a percentage.</summary>
    public Fact<string?> MinAvailable { get; internal init; }

    /// <summary>A number or a percentage.</summary>
    public Fact<string?> MaxUnavailable { get; internal init; }
}
