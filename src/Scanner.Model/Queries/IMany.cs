namespace Scanner.Model.Queries;

/// <summary>Something of which there may be more than was seen, whatever its elements are: for what shows all sets alike.</summary>
internal interface IMany
{
    IEnumerable<Member<object>> Found { get; }

    /// <summary>Why there may be more; null where everything was listed.</summary>
    Gap? Unlisted { get; }
}
