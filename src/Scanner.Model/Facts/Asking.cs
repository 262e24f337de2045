namespace Scanner.Model;

/// <summary>Runs a rule's predicate; one that needed an unread value answers unknown, so that other elements may still decide.</summary>
internal static class Asking
{
    public static Truth Of<T>(Func<T, Truth> predicate, T value)
    {
        try
        {
            return predicate(value).Noted();
        }
        catch (UnknownFactException e)
        {
            return Truth.Unknown(e.Gap);
        }
    }

    public static Fact<TResult> Of<T, TResult>(Func<T, Fact<TResult>> next, T value)
    {
        try
        {
            return next(value);
        }
        catch (UnknownFactException e)
        {
            return new Fact<TResult>(e.Gap);
        }
    }
}
