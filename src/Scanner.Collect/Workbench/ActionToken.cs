namespace Scanner.Collect.Workbench;

/// <summary>A word of an action.</summary>
internal readonly record struct ActionToken(ActionTokenKind Kind, string Text)
{
    public bool Is(string sign) => Kind is ActionTokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind is ActionTokenKind.Word && Text == word;

    /// <summary>A variable's name without the fields behind it.</summary>
    public string Root => Text.Split('.', 2)[0];
}
