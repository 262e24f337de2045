using System.Globalization;

namespace Scanner.Model;

/// <summary>One condition on labels: of a selector, a node affinity, or a Karpenter node pool.</summary>
/// <param name="Key">The label.</param>
/// <param name="Operator"><c>In</c>, <c>NotIn</c>, <c>Exists</c>, <c>DoesNotExist</c>, <c>Gt</c>, <c>Lt</c>.</param>
/// <param name="Values">Empty where the operator needs none.</param>
public sealed record LabelRequirement(string Key, string Operator, Items<string> Values)
{
    /// <summary>Whether labels satisfy it.</summary>
    public bool Holds(StringMap labels) => Operator switch
    {
        "In" => labels[Key] is { } value && Values.Contains(value),
        "NotIn" => labels[Key] is not { } value || !Values.Contains(value),
        "Exists" => labels.Has(Key),
        "DoesNotExist" => !labels.Has(Key),
        "Gt" => Compare(labels[Key]) > 0,
        "Lt" => Compare(labels[Key]) < 0,
        _ => false,
    };

    public override string ToString() => Values.IsEmpty ? $"{Key} {Operator}" : $"{Key} {Operator} [{Values}]";

    /// <summary>Null where either side is no number, which is neither more nor less.</summary>
    private int? Compare(string? label) => Number(label) is { } have && Values.Count == 1 && Number(Values[0]) is { } want ? have.CompareTo(want) : null;

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
