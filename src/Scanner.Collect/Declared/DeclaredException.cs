using Scanner.Model;

namespace Scanner.Collect.Declared;

/// <summary>A file of the user's cannot be used. The message is one line: where (<c>file:line:column</c>), what, and the offending text.</summary>
public sealed class DeclaredException : Exception
{
    public DeclaredException(string message, Exception? inner = null) : base(OneLine.Of(message), inner) { }
}
