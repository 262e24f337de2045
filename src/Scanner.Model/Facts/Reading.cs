namespace Scanner.Model;

/// <summary>A source that also names the property it stands behind; kept only where somebody asks which facts decided.</summary>
public sealed record Reading(string Resource, string Property, Source Behind) : Source
{
    internal override Gap? Missing => Behind.Missing;

    public override string ToString() => $"{Resource}.{Property}";
}
