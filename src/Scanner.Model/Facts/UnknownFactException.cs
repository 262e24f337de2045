namespace Scanner.Model;

/// <summary>Ends a judgement as unknown: a rule needed a decision from something that was not read.</summary>
internal sealed class UnknownFactException(Gap gap) : Exception(gap.ToString())
{
    public Gap Gap { get; } = gap;
}
