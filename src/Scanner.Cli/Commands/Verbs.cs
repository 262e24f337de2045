using System.CommandLine;

namespace Scanner.Cli.Commands;

/// <summary>All that <c>scanner</c> can be told.</summary>
internal static class Verbs
{
    public static RootCommand Root()
    {
        var root = new RootCommand("Checks a Posit Workbench deployment on AWS against its reference architecture.")
        {
            CheckCommand.Create(), SnapshotCommand.Create(), ExplainCommand.Create(), ReachCommand.Create(), QueryCommand.Create(), GraphCommand.Create(),
            DriftCommand.Create(), RulesCommand.Create(), PermissionsCommand.Create(), DoctorCommand.Create(), InitCommand.Create(), AttestCommand.Create(),
            BaselineCommand.Create(), WaiveCommand.Create(), HistoryCommand.Create(), UploadCommand.Create(), LambdaCommand.Create(), CommonOptions.Verbose,
        };
        HelpWithExamples.AddTo(root);
        return root;
    }
}
