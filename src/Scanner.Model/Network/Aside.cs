namespace Scanner.Model;

/// <summary>A result that was worked out aside: what it read is told to the judgement, the gaps that it got around are not.</summary>
internal readonly record struct Aside<T>(T Value, IReadOnlyList<Reading> Readings)
{
    public static Aside<T> Of(Func<T> work)
    {
        var ledger = Ledger.Open();
        try
        {
            return new(work(), ledger.Readings);
        }
        finally
        {
            ledger.Close();
        }
    }

    /// <summary>The value, its readings noted in the judgement that asks now.</summary>
    public T Tell()
    {
        foreach (var reading in Readings) Ledger.Touch(reading);
        return Value;
    }
}
