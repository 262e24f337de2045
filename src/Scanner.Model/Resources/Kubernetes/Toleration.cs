namespace Scanner.Model;

/// <summary>A pod's word that it may be placed on nodes with a taint.</summary>
/// <param name="Key">Null tolerates every key.</param>
/// <param name="Operator"><c>Equal</c> or <c>Exists</c>.</param>
/// <param name="Value">Null where the operator needs none.</param>
/// <param name="Effect">Null tolerates every effect.</param>
public sealed record Toleration(string? Key, string Operator, string? Value, string? Effect)
{
    /// <summary>Whether it makes a pod stand the taint.</summary>
    public bool Tolerates(Taint taint) => (Effect is null || Effect == taint.Effect)
        && (Key is null ? Operator == "Exists" : Key == taint.Key && (Operator == "Exists" || (Value ?? "") == (taint.Value ?? "")));

    public override string ToString() => $"{Key ?? "*"}{(Operator == "Exists" ? "" : "=" + Value)}:{Effect ?? "*"}";
}
