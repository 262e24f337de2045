namespace Scanner.AwsSdk;

/// <summary>Where a structure's members go when it is sent; null is never sent.</summary>
internal interface IAwsWriter
{
    /// <summary>A member of the body; <paramref name="item"/> names a list's entries in the query protocol.</summary>
    void Add(string name, object? value, string? item = null);

    /// <summary>A part of the path.</summary>
    void Label(string name, object? value);

    /// <summary>A parameter of the query string.</summary>
    void Query(string name, object? value);

    void Header(string name, object? value);
}
