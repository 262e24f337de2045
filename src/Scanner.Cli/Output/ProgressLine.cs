using Scanner.Collect;
using Scanner.Model;

namespace Scanner.Cli.Output;

/// <summary>How far a scope is, in words.</summary>
internal static class ProgressLine
{
    public static string Of(ScopeProgress scope)
    {
        var calls = scope.Calls == 1 ? "1 call" : $"{scope.Calls} calls";
        var waiting = scope.Waiting == 0 ? "" : $", {scope.Waiting} waiting for the service";
        return $"{OneLine.Of(scope.Scope)}: {(scope.IsDone ? "done" : $"{scope.Done} of {scope.All}")}, {calls}{waiting}";
    }
}
