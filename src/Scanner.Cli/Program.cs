using System.CommandLine;
using System.Runtime.InteropServices;
using Scanner.Cli;
using Scanner.Cli.Commands;
using Scanner.Cli.Output;

Console.SetOut(StandardOutput.Text());
using var cancellation = new CancellationTokenSource();
// Ctrl-C, and how Kubernetes and CI ask a process to end
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
var root = new RootCommand("Checks a Posit Workbench deployment on AWS against its reference architecture.")
{
    CheckCommand.Create(), SnapshotCommand.Create(), ExplainCommand.Create(), ReachCommand.Create(), QueryCommand.Create(), GraphCommand.Create(), DriftCommand.Create(), RulesCommand.Create(), PermissionsCommand.Create(), DoctorCommand.Create(), InitCommand.Create(), AttestCommand.Create(), BaselineCommand.Create(), WaiveCommand.Create(), UploadCommand.Create(), CommonOptions.Verbose,
};
HelpWithExamples.AddTo(root);
return await ProcessEnd.Of(root.Parse(args), cancellation.Token);

void End(PosixSignalContext signal)
{
    signal.Cancel = !cancellation.IsCancellationRequested; // the second one ends the process, whatever it is doing
    cancellation.Cancel();
}
