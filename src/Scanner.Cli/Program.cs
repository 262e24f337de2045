using System.Runtime.InteropServices;
using Scanner.Cli;
using Scanner.Cli.Commands;
using Scanner.Cli.Output;

Console.SetOut(StandardOutput.Text());
using var cancellation = new CancellationTokenSource();
// Ctrl-C, and how Kubernetes and CI ask a process to end
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
return await ProcessEnd.Of(Verbs.Root().Parse(args), cancellation.Token);

void End(PosixSignalContext signal)
{
    signal.Cancel = !cancellation.IsCancellationRequested; // the second one ends the process, whatever it is doing
    cancellation.Cancel();
}
