using System.CommandLine;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner baseline</c>: what later checks are compared to.</summary>
internal static class BaselineCommand
{
    public static Command Create() => new("baseline", "Keep what a check finds, so that later ones tell what is new.") { BaselineCreateCommand.Create() };
}
