using System.CommandLine;

namespace Scanner.Cli.Commands;

/// <summary>A command with examples, which its own help shows and the list of commands does not.</summary>
internal sealed class Verb(string name, string description, string examples) : Command(name, description)
{
    public string Examples => examples;
}
