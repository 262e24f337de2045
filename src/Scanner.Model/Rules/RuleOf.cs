namespace Scanner.Model;

/// <summary>A rule that judges every subject of one type; <c>Rule&lt;Environment&gt;</c> for "something must exist" and "all of them".</summary>
public sealed class Rule<T> : Rule where T : class, ISubject
{
    /// <summary>The judgement of one subject.</summary>
    public required Func<T, Environment, Judgement> Check { get; init; }

    /// <summary>Whether the statement concerns the subject; by default it does.</summary>
    public Func<T, Environment, Truth>? AppliesTo { get; init; }

    /// <summary>The fix with the subject's real ids; <see cref="Rule.Fix"/> where it cannot be told.</summary>
    public Func<T, Environment, Message>? FixFor { get; init; }

    internal override Type SubjectType => typeof(T);

    internal override ResourceSet<ISubject> Subjects(Environment environment)
    {
        var subjects = environment.Subjects<T>();
        return new([.. subjects.Members.Select(m => new Member<ISubject>(m.Item, m.Doubt))], subjects.Unlisted);
    }

    private protected override Ruling Decide(ISubject subject, Environment environment)
    {
        var ledger = Ledger.Open();
        try
        {
            return Ruling.Of(Answer((T)subject, environment), ledger);
        }
        catch (UnknownFactException e)
        {
            return Ruling.Of(Judgement.Unknown(e.Gap), ledger);
        }
        finally
        {
            ledger.Close();
        }
    }

    private protected override string Advise(ISubject subject, Environment environment)
    {
        var ledger = Ledger.Open();
        try
        {
            return FixFor?.Invoke((T)subject, environment).ToString() ?? Fix;
        }
        catch (UnknownFactException)
        {
            return Fix; // an id that was not read: the general advice stands
        }
        finally
        {
            ledger.Close();
        }
    }

    private Judgement Answer(T subject, Environment environment)
    {
        if (AppliesTo is null) return Check(subject, environment);
        var applies = AppliesTo(subject, environment).Noted();
        return applies.IsFalse ? Judgement.NotApplicable("the statement does not concern this environment")
            : applies.IsUnknown ? Judgement.Unknown(applies.Gap)
            : Check(subject, environment);
    }
}
