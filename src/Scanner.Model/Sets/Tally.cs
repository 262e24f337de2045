namespace Scanner.Model;

/// <summary>A count as an interval: what was surely seen, and what may be there besides.</summary>
public readonly struct Tally : IShown
{
    private readonly int _least;
    private readonly int? _most; // null: the kind could not be listed, so there is no upper bound
    private readonly Source? _gap;

    internal Tally(int least, int? most, Source? gap) => (_least, _most, _gap) = (least, most, gap);

    /// <summary>Why it is not exact; null where it is.</summary>
    internal Gap? Doubt => _most == _least ? null : _gap?.Missing ?? Model.Gap.NeverRead;

    public static Truth operator >=(Tally count, int number) => count.Decide(count._least >= number, count._most < number);

    public static Truth operator <=(Tally count, int number) => count.Decide(count._most <= number, count._least > number);

    public static Truth operator >(Tally count, int number) => count >= number + 1;

    public static Truth operator <(Tally count, int number) => count <= number - 1;

    public static Truth operator ==(Tally count, int number) => (count >= number) & (count <= number);

    public static Truth operator !=(Tally count, int number) => !(count == number);

    /// <exception cref="UnknownFactException">The count is not exact.</exception>
    public override bool Equals(object? obj) => obj is int number && (bool)(this == number);

    /// <exception cref="UnknownFactException">The count is not exact.</exception>
    public override int GetHashCode() => this == _least ? _least : 0;

    /// <exception cref="UnknownFactException">The count is not exact.</exception>
    public override string ToString() => this == _least ? Shown.Of(_least) : "";

    string IShown.Show() => _most == _least ? Shown.Of(_least) : _most is { } most ? $"{_least} to {most}" : $"at least {_least}";

    private Truth Decide(bool yes, bool no) => yes || no ? Truth.Of(yes, Evidence.Derived) : Truth.Unknown(_gap).Noted();
}
