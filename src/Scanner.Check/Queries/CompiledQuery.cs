using Scanner.Model;
using Scanner.Model.Budgets;
using Scanner.Model.Queries;

namespace Scanner.Check.Queries;

/// <summary>A query that may be asked.</summary>
public sealed class CompiledQuery
{
    private readonly Question _question;

    internal CompiledQuery(Question question, IReadOnlyList<string> columns, bool asksEnvironment) => (_question, Columns, AsksEnvironment) = (question, columns, asksEnvironment);

    /// <summary>What the columns are called; none where a row is no tuple.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Whether it is about one environment, as opposed to everything seen.</summary>
    public bool AsksEnvironment { get; }

    internal Type Answer => _question.Answer;

    /// <summary>The answer.</summary>
    internal QueryAnswer Ask(Model.Environment? environment, Resources resources, CancellationToken cancellationToken = default)
    {
        try
        {
            using var budget = Budget.Open(BudgetLimits.OfQuery, cancellationToken);
            var answer = _question.Ask(environment, resources);
            budget.Verify();
            return new(answer, null, null);
        }
        catch (UnknownFactException e)
        {
            return new(null, e.Gap, null);
        }
        catch (BudgetExceededException e)
        {
            return new(null, null, $"it {e.Message}");
        }
        catch (Exception e) when (e is not OperationCanceledException) // a text that grows beyond what memory holds, too
        {
            return new(null, null, $"{e.GetType().Name}: {OneLine.Of(e.Message)}");
        }
    }
}
