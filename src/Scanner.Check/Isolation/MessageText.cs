using Scanner.Model;

namespace Scanner.Check.Isolation;

/// <summary>A message with its values apart.</summary>
internal sealed record MessageText(string Template, IReadOnlyList<string> Arguments)
{
    public static MessageText? Of(Message? message) => message is null ? null : new(message.Template, message.Arguments);

    /// <exception cref="InvalidDataException">The sentence has other places than values.</exception>
    public Message ToMessage()
    {
        var message = Message.Of(Template, Arguments);
        try
        {
            _ = message.Text;
            return message;
        }
        catch (FormatException e)
        {
            throw new InvalidDataException("a message that has other places than values", e);
        }
    }
}
