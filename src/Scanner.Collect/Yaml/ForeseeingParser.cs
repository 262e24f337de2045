using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Scanner.Collect.Yaml;

/// <summary>Refuses what the library that makes documents of events answers badly: depth, which ends the process, and aliases of nothing.</summary>
/// <param name="events">The events of a text.</param>
/// <param name="deepest">How many levels there may be.</param>
internal sealed class ForeseeingParser(IParser events, int deepest) : IParser
{
    private readonly HashSet<AnchorName> _anchors = [];
    private int _depth;

    public ParsingEvent? Current => events.Current;

    /// <exception cref="YamlTextException">The next one is such.</exception>
    public bool MoveNext()
    {
        if (!events.MoveNext() || events.Current is not { } next) return false;
        _depth += next.NestingIncrease;
        if (_depth > deepest) throw new YamlTextException(next.Start.Line, next.Start.Column, $"nested more than {deepest} levels deep");
        if (next is NodeEvent { Anchor: { IsEmpty: false } anchor }) _anchors.Add(anchor);
        if (next is AnchorAlias alias && !_anchors.Contains(alias.Value)) throw new YamlTextException(next.Start.Line, next.Start.Column, $"there is no anchor &{alias.Value} before it");
        return true;
    }
}
