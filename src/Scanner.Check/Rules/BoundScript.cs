using Microsoft.CodeAnalysis;

namespace Scanner.Check;

/// <summary>A script with what its names were bound to.</summary>
internal sealed class BoundScript(ScriptTree tree, SemanticModel model)
{
    private readonly Lazy<IReadOnlyList<RuleDiagnostic>> _refusals = new(() => [.. RuleAllowList.Check(model, tree.Script)]);

    public ScriptTree Tree => tree;

    public SemanticModel Model => model;

    /// <summary>What it uses and may not.</summary>
    public IReadOnlyList<RuleDiagnostic> Refusals => _refusals.Value;
}
