namespace Scanner.Collect.Workbench;

/// <summary>Which <c>else</c> and <c>end</c> belong to which block. A list instead of a tree, so that depth costs no stack.</summary>
internal sealed class TemplateBlocks
{
    private readonly int[] _next;

    private TemplateBlocks(int[] next) => _next = next;

    /// <summary>The next <c>else</c> or <c>end</c> of the block whose opening, or <c>else</c>, is at this index.</summary>
    public int Next(int index) => _next[index];

    /// <summary>The blocks, or what is wrong with them.</summary>
    public static (TemplateBlocks? Blocks, int Line, string Problem) Match(IReadOnlyList<TemplatePart> parts)
    {
        var (next, open) = (new int[parts.Count], new Stack<(int First, int Last)>());
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part.Opens) open.Push((i, i));
            if (part.Keyword is not ("else" or "end")) continue;
            if (!open.TryPop(out var block)) return (null, part.Line, $"{part.Shown} belongs to no block");
            next[block.Last] = i;
            if (part.Keyword == "end") continue;
            if (!MayFollow(parts, block)) return (null, part.Line, $"{part.Shown} is out of place");
            open.Push((block.First, i));
        }
        return open.TryPeek(out var last) ? (null, parts[last.First].Line, $"{parts[last.First].Shown} has no {{{{ end }}}}") : (new(next), 0, "");
    }

    private static bool MayFollow(IReadOnlyList<TemplatePart> parts, (int First, int Last) block) =>
        parts[block.First].Keyword is "if" or "with" or "range" && (block.First == block.Last || parts[block.Last].Action!.Count > 1);
}
