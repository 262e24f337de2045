using System.CommandLine;
using Scanner.Cli;
using Scanner.Cli.Commands;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !cancellation.IsCancellationRequested; // the second press ends the process, whatever it is doing
    cancellation.Cancel();
};
var root = new RootCommand("Checks a Posit Workbench deployment on AWS against its reference architecture.")
{
    CheckCommand.Create(), SnapshotCommand.Create(), ExplainCommand.Create(), RulesCommand.Create(), PermissionsCommand.Create(), DoctorCommand.Create(), InitCommand.Create(), CommonOptions.Verbose,
};
HelpWithExamples.AddTo(root);
return await ProcessEnd.Of(root.Parse(args), cancellation.Token);
