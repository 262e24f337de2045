namespace Scanner.Tests.Collect;

/// <summary>Pages of EC2's lists.</summary>
internal static class Ec2Page
{
    /// <param name="operation">The operation that answers.</param>
    /// <param name="list">The element around the items.</param>
    /// <param name="items">What is in it.</param>
    /// <param name="next">The token of the next page; null on the last one.</param>
    public static string Of(string operation, string list, string items, string? next = null) =>
        $"<{operation}Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId>{(next is null ? "" : $"<nextToken>{next}</nextToken>")}<{list}>{items}</{list}></{operation}Response>";
}
