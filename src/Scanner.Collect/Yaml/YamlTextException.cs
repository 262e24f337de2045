namespace Scanner.Collect.Yaml;

/// <summary>A document cannot be read; says where, from 1. Line 0 where that cannot be told.</summary>
internal sealed class YamlTextException(long line, long column, string problem, Exception? inner = null) : Exception(problem, inner)
{
    public int Line { get; } = (int)line;

    public int Column { get; } = (int)column;
}
