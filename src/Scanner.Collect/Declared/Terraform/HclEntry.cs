namespace Scanner.Collect.Declared.Terraform;

/// <summary>An attribute or a nested block within a block of a <c>.tf</c> file.</summary>
/// <param name="Line">The line of its name, from 1.</param>
/// <param name="Column">The column of its name, from 1.</param>
/// <param name="Text">What an attribute is written with; empty for blocks, and for long expressions.</param>
internal sealed record HclEntry(int Line, int Column, string Text);
