namespace Scanner.Check;

/// <summary>The codes of what is wrong with a script beside what the C# compiler says.</summary>
internal static class RuleError
{
    public const string Place = "RULE001";
    public const string Duplicate = "RULE002";
    public const string Shape = "RULE003";
    public const string Syntax = "RULE004";
    public const string Symbol = "RULE005";
    public const string Assignment = "RULE006";
    public const string Factory = "RULE007";
    public const string Image = "RULE008";
    public const string Circle = "RULE009";
}
