namespace Scanner.Model;

/// <summary>A three-valued boolean: true, false, or unknown with the gap that stands in the way.</summary>
/// <remarks>
/// <c>&amp;</c>, <c>|</c>, <c>!</c>, <c>&amp;&amp;</c> and <c>||</c> are Kleene: they decide if one side decides. Used as a plain
/// condition (<c>if</c>, <c>?:</c>, <c>bool</c>) an unknown truth ends the judgement as unknown.
/// </remarks>
public readonly struct Truth : IShown
{
    private readonly sbyte _value; // 1 true, -1 false, 0 unknown, so that default is unknown

    private readonly Source? _source; // null: computed by the rule itself from plain booleans

    private Truth(sbyte value, Source? source) => (_value, _source) = (value, source);

    internal bool IsTrue => _value > 0;

    internal bool IsFalse => _value < 0;

    internal bool IsUnknown => _value == 0;

    internal Source? Source => _source;

    /// <summary>True where the answer rests on facts, and not only on a rule's own booleans.</summary>
    internal bool RestsOnFacts => _source is not null;

    internal Gap Gap => (_source ?? Gap.NeverRead).Missing ?? Gap.NeverRead;

    internal static Truth Of(bool value, Source source) => new(value ? (sbyte)1 : (sbyte)-1, source);

    internal static Truth Unknown(Source? source) => new(0, source ?? Gap.NeverRead);

    public static implicit operator Truth(bool value) => new(value ? (sbyte)1 : (sbyte)-1, null);

    /// <exception cref="UnknownFactException">The truth is unknown; the judgement ends as unknown.</exception>
    public static implicit operator bool(Truth truth)
    {
        if (truth.IsUnknown) Ledger.Force(truth._source); else if (truth._source is Reading) Ledger.Touch(truth._source);
        return truth.IsTrue;
    }

    // asked by || only: a known true decides, anything else asks the other side
    public static bool operator true(Truth truth) => truth.IsTrue;

    // asked by && only: a known false decides, anything else asks the other side
    public static bool operator false(Truth truth) => truth.IsFalse;

    public static Truth operator &(Truth left, Truth right) =>
        left.Noted().IsFalse ? left : right.Noted().IsFalse ? right : left.IsUnknown ? left : right.IsUnknown ? right : Stronger(left, right);

    public static Truth operator |(Truth left, Truth right) =>
        left.Noted().IsTrue ? left : right.Noted().IsTrue ? right : left.IsUnknown ? left : right.IsUnknown ? right : Stronger(left, right);

    public static Truth operator !(Truth truth) => new((sbyte)-truth.Noted()._value, truth._source);

    /// <exception cref="UnknownFactException">Either side is unknown.</exception>
    public override bool Equals(object? obj) => (bool)this == (obj is Truth other ? other : obj is true);

    /// <exception cref="UnknownFactException">The truth is unknown.</exception>
    public override int GetHashCode() => (bool)this ? 1 : 0;

    public static bool operator ==(Truth left, Truth right) => (bool)left == (bool)right;

    public static bool operator !=(Truth left, Truth right) => (bool)left != (bool)right;

    /// <exception cref="UnknownFactException">The truth is unknown.</exception>
    public override string ToString() => (bool)this ? "true" : "false";

    string IShown.Show() => IsUnknown ? $"unknown ({Gap.Action})" : IsTrue ? "true" : "false";

    /// <summary>The same answer, standing on another source: a property that its resource names.</summary>
    internal Truth From(Source source) => new(_value, source);

    internal Truth Noted()
    {
        if (IsUnknown || _source is Reading) Ledger.Touch(_source);
        return this;
    }

    private static Truth Stronger(Truth left, Truth right) => left.RestsOnFacts ? left : right;
}
