using System.Runtime.CompilerServices;

namespace Scanner.Model;

/// <summary>A message that is evaluated only where its condition is surely true.</summary>
[InterpolatedStringHandler]
public sealed class NoteMessage
{
    public NoteMessage(int literalLength, int formattedCount, Truth when, out bool needed)
    {
        needed = when.IsTrue;
        Message = new(literalLength, formattedCount);
    }

    internal Message Message { get; }

    public void AppendLiteral(string value) => Message.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => Message.AppendFormatted(value);
}
