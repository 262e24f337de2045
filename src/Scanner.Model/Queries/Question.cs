namespace Scanner.Model.Queries;

/// <summary>A compiled query, to be asked of an environment, or of everything.</summary>
public sealed class Question
{
    private readonly Func<Environment, Resources, object?> _ask;

    private Question(Func<Environment, Resources, object?> ask, Type answer) => (_ask, Answer) = (ask, answer);

    /// <summary>What it gives.</summary>
    internal Type Answer { get; }

    /// <summary>For the compiler: the query's expression as a function.</summary>
    public static Question Of<T>(Func<Environment, Resources, T> ask) => new((env, resources) => ask(env, resources), typeof(T));

    internal object? Ask(Environment? environment, Resources resources) => _ask(environment!, resources);
}
