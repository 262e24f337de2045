namespace Scanner.Model.Snapshots;

/// <summary>What lines of a snapshot have in common, kept once: the names of kinds and properties, and who said something.</summary>
internal sealed class SharedText
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<Evidence, Evidence> _evidence = [];

    public string Of(string text)
    {
        if (_texts.TryGetValue(text, out var known)) return known;
        _texts.Add(text, text);
        return text;
    }

    public Evidence Of(Evidence evidence)
    {
        if (_evidence.TryGetValue(evidence, out var known)) return known;
        _evidence.Add(evidence, evidence);
        return evidence;
    }
}
