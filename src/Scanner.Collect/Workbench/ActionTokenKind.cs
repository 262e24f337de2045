namespace Scanner.Collect.Workbench;

/// <summary>The sorts of words that an action is made of.</summary>
internal enum ActionTokenKind
{
    /// <summary>A function or keyword.</summary>
    Word,

    /// <summary><c>.</c> or <c>.Job.tags</c>.</summary>
    Field,

    /// <summary><c>$</c>, <c>$name</c> or <c>$name.field</c>.</summary>
    Variable,

    /// <summary>A string, without its quotes.</summary>
    Text,

    Number,

    /// <summary><c>( ) | , := =</c></summary>
    Sign,

    /// <summary>Something that this reader does not follow.</summary>
    Other,
}
