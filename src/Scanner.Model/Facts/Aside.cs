namespace Scanner.Model;

/// <summary>
/// Something computed once and used by many judgements. What it read on the way is told again to each of them, so that the answer
/// does not depend on which rule asked first; the gaps it met are in the result itself.
/// </summary>
internal sealed class Aside<T>
{
    private readonly T _result;
    private readonly IReadOnlyList<Reading> _readings;

    private Aside(T result, IReadOnlyList<Reading> readings) => (_result, _readings) = (result, readings);

    public static Aside<T> Of(Func<T> compute)
    {
        var ledger = Ledger.Open();
        try
        {
            return new(compute(), [.. ledger.Readings.Where(r => r.Missing is null)]);
        }
        finally
        {
            ledger.Close();
        }
    }

    public T Tell()
    {
        foreach (var reading in _readings) Ledger.Touch(reading);
        return _result;
    }
}
