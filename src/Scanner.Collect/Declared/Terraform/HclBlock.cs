namespace Scanner.Collect.Declared.Terraform;

/// <summary>A block of a <c>.tf</c> file: <c>resource "aws_lb" "main" { … }</c>.</summary>
/// <param name="Address">Its type and labels, e.g. <c>resource aws_lb main</c>.</param>
/// <param name="Line">The line that it begins on, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Entries">What is in it, by name; what is in nested blocks by both names, e.g. <c>stickiness.enabled</c>. Of several, the first.</param>
internal sealed record HclBlock(string Address, int Line, int Column, IReadOnlyDictionary<string, HclEntry> Entries);
