namespace Scanner.Model;

/// <summary>The answer for some of the ways between two endpoints, with the hops that explain it.</summary>
internal sealed record Trace(Truth Answer, Items<NetworkHop> Hops, string? Blocker = null, string? Fix = null)
{
    public static Trace Of(Leg leg) => Along([leg]);

    /// <summary>One way: every leg must admit. The hops end where it is decided.</summary>
    public static Trace Along(IReadOnlyList<Leg> legs)
    {
        var stops = legs.Where(l => l.Answer.IsFalse).ToList();
        var last = stops.Count > 0 ? stops[0] : legs.FirstOrDefault(l => l.Answer.IsUnknown);
        var hops = legs.TakeWhile(l => !ReferenceEquals(l, last)).Select(l => l.Hop).Concat(last is null ? [] : [last.Hop]).ToItems();
        var fixes = stops.Select(l => l.Fix).OfType<string>().Distinct().ToList();
        return last is null ? new(Sure(true), hops)
            : stops.Count == 0 ? new(last.Answer, hops)
            : new(Sure(false), hops, last.Element, stops.Exists(l => l.Fix is null) ? null : string.Join("; ", fixes));
    }

    /// <summary>All of them are needed: the first that fails decides.</summary>
    public static Trace All(IEnumerable<Trace> traces)
    {
        Trace? first = null, open = null;
        foreach (var trace in traces)
        {
            if (trace.Answer.IsFalse) return trace;
            first ??= trace;
            if (trace.Answer.IsUnknown) open ??= trace;
        }
        return open ?? first!;
    }

    /// <summary>Any of them will do.</summary>
    public static Trace Any(IEnumerable<Trace> traces)
    {
        Trace? first = null, open = null;
        foreach (var trace in traces)
        {
            if (trace.Answer.IsTrue) return trace;
            first ??= trace;
            if (trace.Answer.IsUnknown) open ??= trace;
        }
        return open ?? first!;
    }

    /// <summary>One of them is the case, and nothing tells which: decided only where all agree.</summary>
    public static Trace OneOf(IReadOnlyList<Trace> traces, string owner)
    {
        if (traces.All(t => t.Answer.IsTrue) || traces.All(t => t.Answer.IsFalse)) return traces[0];
        if (traces.FirstOrDefault(t => t.Answer.IsUnknown) is { } open) return open;
        var stopped = traces.First(t => t.Answer.IsFalse);
        var last = stopped.Hops[^1];
        return stopped.InDoubt(NetworkGap.Undecidable(owner, $"{owner} may be in one of several places, and not all are open: {last.Element}: {last.Text}"));
    }

    /// <summary>The same for something that may not matter: a failure is no certainty.</summary>
    public Trace Perhaps(Source doubt) => Answer.IsFalse ? InDoubt(doubt) : this;

    /// <summary>This trace, and then another one that continues it.</summary>
    public Trace Then(Trace next)
    {
        if (Answer.IsTrue) return next with { Hops = Hops.Concat(next.Hops).ToItems() };
        return Answer.IsUnknown && next.Answer.IsFalse ? next : this;
    }

    private Trace InDoubt(Source gap) => this with { Answer = Truth.Unknown(gap), Blocker = null };

    private static Truth Sure(bool value) => Truth.Of(value, Evidence.Derived);
}
