namespace Scanner.Collect.Declared.Terraform;

/// <summary>Finds the blocks of a <c>.tf</c> file and what is in them. It evaluates nothing, and no text makes it fail.</summary>
internal static class HclScanner
{
    private const int Deepest = 8;
    private const int LongestText = 300;

    /// <summary>The blocks of the first level, in the order of the text.</summary>
    public static IReadOnlyList<HclBlock> Blocks(string file)
    {
        var (text, blocks) = (new HclText(file), new List<HclBlock>());
        for (text.SkipBlank(lines: true); !text.IsAtEnd; text.SkipBlank(lines: true))
        {
            var (line, column) = (text.Line, text.Column);
            if (Header(text) is not { } header) text.Step();
            else if (header.IsBlock)
            {
                var entries = new Dictionary<string, HclEntry>(StringComparer.Ordinal);
                Body(text, "", entries, 1);
                blocks.Add(new(header.Address, line, column, entries));
            }
            else text.SkipExpression();
        }
        return blocks;
    }

    /// <summary>To behind the brace or the equals sign that follows a name; null where there is neither.</summary>
    private static (string Address, bool IsBlock)? Header(HclText text)
    {
        if (text.Name() is not { } address) return null;
        for (text.SkipBlank(lines: false); (text.Label() ?? text.Name()) is { } label; text.SkipBlank(lines: false)) address += " " + label;
        var isBlock = text.Here == '{';
        if (!isBlock && text.Here != '=') return null;
        text.Step();
        return (address, isBlock);
    }

    private static void Body(HclText text, string path, Dictionary<string, HclEntry> entries, int depth)
    {
        for (text.SkipBlank(lines: true); !text.IsAtEnd && text.Here != '}'; text.SkipBlank(lines: true))
        {
            var (line, column) = (text.Line, text.Column);
            if (Header(text) is not { } header)
            {
                if (text.Here != '}') text.Step();
            }
            else if (header.IsBlock) Nested(text, path, header.Address, new(line, column, ""), entries, depth);
            else
            {
                text.SkipBlank(lines: false);
                var start = text.At;
                text.SkipExpression();
                entries.TryAdd(path + header.Address, new(line, column, text.At - start <= LongestText ? text.Since(start).Trim() : ""));
            }
        }
        text.Step();
    }

    private static void Nested(HclText text, string path, string address, HclEntry entry, Dictionary<string, HclEntry> entries, int depth)
    {
        // dynamic "ingress" { content { … } } stands for blocks named ingress
        var name = address.StartsWith("dynamic ", StringComparison.Ordinal) ? address["dynamic ".Length..] : address;
        entries.TryAdd(path + name, entry);
        if (depth >= Deepest) text.SkipBody();
        else Body(text, $"{path}{name}.", entries, depth + 1);
    }
}
