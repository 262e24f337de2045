namespace Scanner.Model;

/// <summary>What one judgement touched: its gaps always, its readings where the graph names them.</summary>
/// <remarks>
/// A gap that is forced to a decision throws, but a rule's predicate may run inside a set operator that turns the throw into
/// an unknown answer. The ledger remembers the touch, so that a plain Pass() afterwards cannot hide it.
/// </remarks>
internal sealed class Ledger
{
    [ThreadStatic] private static Ledger? t_current;

    private readonly Ledger? _outer;
    private readonly HashSet<Gap> _seen = [];
    private readonly HashSet<Reading> _read = [];
    private readonly List<Gap> _gaps = [];
    private readonly List<Reading> _readings = [];

    private Ledger(Ledger? outer) => _outer = outer;

    /// <summary>The gaps touched so far, first touch first.</summary>
    public IReadOnlyList<Gap> Gaps => _gaps;

    /// <summary>The properties read so far, first read first; empty unless the graph was built to name them.</summary>
    public IReadOnlyList<Reading> Readings => _readings;

    public static Ledger Open() => t_current = new Ledger(t_current);

    public void Close() => t_current = _outer;

    public static void Touch(Source? source)
    {
        if (t_current is not { } ledger) return;
        if (source is Reading reading && ledger._read.Add(reading)) ledger._readings.Add(reading);
        if ((source ?? Gap.NeverRead).Missing is { } gap && ledger._seen.Add(gap)) ledger._gaps.Add(gap);
    }

    /// <summary>Touches the source and ends the judgement if it is a gap.</summary>
    public static void Force(Source? source)
    {
        Touch(source);
        if ((source ?? Gap.NeverRead).Missing is { } gap) throw new UnknownFactException(gap);
    }
}
