namespace Scanner.Model;

/// <summary>A property as a scan saw it: a value with its evidence, or the gap that hides it.</summary>
/// <remarks>
/// <c>default</c> is unknown. A <c>null</c> value means absent in the world, never "not read". Everything that needs the value of
/// a gap (<see cref="Value"/>, <c>Equals</c>, <c>ToString</c>) ends the judgement as unknown; <see cref="Is"/> and
/// <see cref="Map"/> carry the gap along instead.
/// </remarks>
public readonly struct Fact<T> : IShown, IFact
{
    private readonly T _value;

    private readonly Source? _source;

    internal Fact(T value, Source evidence) => (_value, _source) = (value, evidence);

    internal Fact(Source gap) => (_value, _source) = (default!, gap);

    internal bool IsKnown => _source is not null && _source.Missing is null;

    internal Source Source => _source ?? Gap.NeverRead;

    internal Gap? Gap => _source is null ? Gap.NeverRead : _source.Missing;

    /// <summary>The value.</summary>
    /// <exception cref="UnknownFactException">The fact was not read; the judgement ends as unknown.</exception>
    public T Value
    {
        get
        {
            Ledger.Force(_source);
            return _value;
        }
    }

    /// <summary>Whether the value satisfies <paramref name="holds"/>; unknown where it was not read.</summary>
    public Truth Is(Func<T, Truth> holds)
    {
        if (!IsKnown) return Truth.Unknown(_source).Noted();
        Ledger.Touch(_source);
        var answer = Asking.Of(holds, _value);
        return answer.IsUnknown || answer.RestsOnFacts ? answer : Truth.Of(answer.IsTrue, Source);
    }

    /// <summary>The fact that follows from this one; the gap where it was not read.</summary>
    public Fact<TResult> Map<TResult>(Func<T, TResult> map)
    {
        var source = Source;
        return Then(value => new Fact<TResult>(map(value), source));
    }

    /// <summary>Another fact that this one leads to; the gap where it was not read.</summary>
    public Fact<TResult> Then<TResult>(Func<T, Fact<TResult>> next)
    {
        Ledger.Touch(_source);
        return IsKnown ? Asking.Of(next, _value) : new Fact<TResult>(Source);
    }

    public static implicit operator Fact<T>(T value) => new(value, Evidence.Derived);

    public static Truth operator ==(Fact<T> fact, T value) => fact.Is(known => EqualityComparer<T>.Default.Equals(known, value));

    public static Truth operator !=(Fact<T> fact, T value) => !(fact == value);

    /// <exception cref="UnknownFactException">Either side was not read.</exception>
    public override bool Equals(object? obj) => obj is Fact<T> other
        ? EqualityComparer<T>.Default.Equals(Value, other.Value)
        : Equals(Value, obj);

    /// <exception cref="UnknownFactException">The fact was not read.</exception>
    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    /// <exception cref="UnknownFactException">The fact was not read.</exception>
    public override string ToString() => Value?.ToString() ?? "none";

    string IShown.Show() => IsKnown ? Shown.Of(_value) : $"? ({Source.Missing!.Action})";

    object? IFact.Boxed => IsKnown ? _value : null;

    Source IFact.Source => Source;
}
