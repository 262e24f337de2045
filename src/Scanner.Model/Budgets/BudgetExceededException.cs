namespace Scanner.Model.Budgets;

/// <summary>Ends a judgement of a rule that took more than it may. Whoever swallows it gains nothing: the budget remembers.</summary>
internal sealed class BudgetExceededException(string reason) : Exception(reason);
