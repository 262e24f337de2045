namespace Scanner.Model;

/// <summary>A fact of any type, for what handles all properties alike: the snapshot's writer.</summary>
internal interface IFact
{
    object? Boxed { get; }

    Source Source { get; }
}
