namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Reads a rule of Traefik's, such as <c>Host(`a`) &amp;&amp; (PathPrefix(`/x`) || PathPrefix(`/y`))</c>.</summary>
/// <remarks>Conditions other than on host and path are passed over: they leave it open to more requests than it takes.</remarks>
internal sealed class TraefikRule
{
    private const int MostMatches = 1000;
    private const int Deepest = 50;

    private readonly string _text;
    private int _at;
    private int _depth;

    private TraefikRule(string text) => _text = text;

    /// <exception cref="AbsentFieldException">It cannot be told which hosts it means.</exception>
    public static IReadOnlyList<TraefikMatch> Matches(string text)
    {
        var rule = new TraefikRule(text);
        var matches = rule.Any();
        return rule.Next() == '\0' ? matches : throw Odd();
    }

    private List<TraefikMatch> Any()
    {
        if (++_depth > Deepest) throw Odd();
        var matches = All();
        while (Skip("||")) matches = Few(matches.Concat(All()));
        _depth--;
        return matches;
    }

    private List<TraefikMatch> All()
    {
        var matches = One();
        while (Skip("&&"))
        {
            var more = One();
            matches = Few(matches.SelectMany(m => more.Select(m.And)).OfType<TraefikMatch>());
        }
        return matches;
    }

    private List<TraefikMatch> One()
    {
        if (Skip("!")) return One().TrueForAll(m => m.Host is null) ? [TraefikMatch.Every] : throw Odd();
        if (!Skip("(")) return Condition();
        var matches = Any();
        return Skip(")") ? matches : throw Odd();
    }

    private List<TraefikMatch> Condition()
    {
        _ = Next();
        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at])) _at++;
        var (name, values) = (_text[start.._at], Values());
        return name switch
        {
            "Host" or "HostHeader" => [.. values.Select(v => new TraefikMatch(v, null))],
            "Path" or "PathPrefix" or "PathRegexp" => [.. values.Select(v => new TraefikMatch(null, v))],
            "Header" or "HeaderRegexp" or "Headers" or "HeadersRegexp" or "Method" or "Query" or "QueryRegexp" or "ClientIP" => [TraefikMatch.Every],
            _ => throw Odd(), // HostRegexp means hosts that cannot be listed
        };
    }

    private List<string> Values()
    {
        var values = new List<string>();
        if (!Skip("(")) throw Odd();
        do
        {
            var quote = Next();
            var end = quote is '`' or '"' or '\'' ? _text.IndexOf(quote, _at + 1) : -1;
            if (end < 0) throw Odd();
            values.Add(_text[(_at + 1)..end]);
            _at = end + 1;
        }
        while (Skip(","));
        return Skip(")") ? values : throw Odd();
    }

    private char Next()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private bool Skip(string token)
    {
        if (Next() == '\0' || string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0) return false;
        _at += token.Length;
        return true;
    }

    private static List<TraefikMatch> Few(IEnumerable<TraefikMatch> matches) => matches.Distinct().Take(MostMatches + 1).ToList() is { Count: <= MostMatches } few ? few : throw Odd();

    private static AbsentFieldException Odd() => new("match, because it cannot be told which hosts it means");
}
