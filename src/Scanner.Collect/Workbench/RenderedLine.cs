using System.Text;

namespace Scanner.Collect.Workbench;

/// <summary>A line of what a template makes.</summary>
internal sealed class RenderedLine(int number)
{
    /// <summary>The template's line that it comes from.</summary>
    public int Number { get; set; } = number;

    public StringBuilder Text { get; } = new();

    /// <summary>What must hold for some part of it to be there.</summary>
    public string? Condition { get; set; }

    /// <summary>Of how many stretches it is made; blank ones are none.</summary>
    public int Pieces { get; set; }

    /// <summary>The actions behind its marks, in order.</summary>
    public List<string> Marks { get; } = [];

    public bool IsBlank => Marks.Count == 0 && (Text.Length == 0 || string.IsNullOrWhiteSpace(Text.ToString()));
}
