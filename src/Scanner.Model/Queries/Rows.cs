namespace Scanner.Model.Queries;

/// <summary>What a query projects: a row for each element, those that may not belong in doubt, and whether there may be more.</summary>
/// <remarks>It has no operators: a query ends in it, and a rule can decide nothing with it.</remarks>
public sealed class Rows<T> : IMany
{
    internal Rows(IReadOnlyList<Member<Fact<T>>> found, Gap? unlisted) => (Found, Unlisted) = (found, unlisted);

    /// <summary>The rows; one that needs an unread value is that gap.</summary>
    internal IReadOnlyList<Member<Fact<T>>> Found { get; }

    /// <summary>Why there may be more rows; null where everything was listed.</summary>
    internal Gap? Unlisted { get; }

    IEnumerable<Member<object>> IMany.Found => Found.Select(f => new Member<object>(f.Item, f.Doubt));

    Gap? IMany.Unlisted => Unlisted;
}
