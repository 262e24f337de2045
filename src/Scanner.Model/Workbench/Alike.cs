namespace Scanner.Model;

/// <summary>What single nodes tell of many that are alike.</summary>
public static class Alike
{
    /// <summary>Whether something holds of none of those that told; those that did not may be as they are.</summary>
    public static Truth NoneTold(this ResourceSet<ComputeInstance> nodes, Func<ComputeInstance, Truth> holds) =>
        Truth.Of(nodes.Where(holds).Members.All(m => m.Doubt is not null), Evidence.Derived);
}
