namespace Scanner.Model.Budgets;

/// <summary>What one judgement of a rule may take. Steps end a rule alike on every machine; time and memory are for what steps do not see.</summary>
/// <param name="Steps">Turns of loops and calls of its functions and lambdas; work on long texts and lists counts more.</param>
/// <param name="Time">By the clock.</param>
/// <param name="Memory">Bytes that the process holds more than before.</param>
internal sealed record BudgetLimits(long Steps, TimeSpan Time, long Memory)
{
    /// <summary>How many characters a text may have that a rule puts together.</summary>
    public const int LongestText = 100_000;

    /// <summary>How many characters a judgement may say, notes included.</summary>
    public const int LongestJudgement = 200_000;

    /// <summary>What it takes to put one element of a list into another.</summary>
    public const int StepsPerElement = 64;

    /// <summary>What it takes to make a set, for each element.</summary>
    public const int StepsPerMember = 8;

    /// <summary>What it takes to make a judgement.</summary>
    public const int StepsPerJudgement = 16;

    /// <summary>How much stack a rule may use; that of a thread is at least four times as large.</summary>
    public const int Stack = 384 * 1024;

    /// <summary>Of a rule, on one subject.</summary>
    public static readonly BudgetLimits OfRule = new(50_000_000, TimeSpan.FromSeconds(20), 1L << 30);

    /// <summary>Of a query, which has a time limit of its own.</summary>
    public static readonly BudgetLimits OfQuery = new(long.MaxValue, TimeSpan.FromDays(1), 2L << 30);
}
