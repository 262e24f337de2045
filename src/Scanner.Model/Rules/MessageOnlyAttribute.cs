namespace Scanner.Model;

/// <summary>Text for people: rules may put it into messages, and may not decide by it, for what was not read is not in it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MessageOnlyAttribute : Attribute;
