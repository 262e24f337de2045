using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Collect.Declared.Helm;

/// <summary>A list that the chart puts together; where it is not known whether some part belongs to it, neither is the list.</summary>
internal sealed class Parts
{
    private readonly List<DeclaredValue> _parts = [];
    private DeclaredValue? _open;

    public DeclaredValue List => _open ?? DeclaredValue.List(_parts);

    public Parts Add(DeclaredValue part)
    {
        _parts.Add(part);
        return this;
    }

    /// <param name="holds">Whether the chart adds it; null where that is not known.</param>
    /// <param name="part">What it adds.</param>
    public Parts If(bool? holds, Func<DeclaredValue> part)
    {
        if (holds is null) _open ??= DeclaredValue.Open;
        else if (holds.Value) _parts.Add(part());
        return this;
    }

    /// <summary>All elements of a value, as they are.</summary>
    public Parts All(DeclaredValue? value)
    {
        if (value is null) return this;
        if (value.IsList) _parts.AddRange(value.Elements);
        else _open ??= value.IsOpen ? value : DeclaredValue.OpenAt(value.Origin);
        return this;
    }
}
