Fact<MountedStorage> State(Installation workbench) => workbench.SharedStoragePath().Then(path => workbench.FileSystemAt(path));

new Rule<Installation>
{
    Title = "Workbench's state is on FSx for OpenZFS",
    Level = Level.Must,
    Severity = Severity.Warning,
    Source = "Posit Workbench on AWS EKS, FSx for OpenZFS",
    Statements = ["eks:24", "eks:61", "eks:140"],
    Why = "State that lies in the pods is lost with them, and several servers without a common state do not know of each other's sessions. Configuration is another matter: the chart keeps it in config maps, whatever the reference says.",
    Fix = "Enable the chart's sharedStorage on a claim to the OpenZFS file system.",
    Check = (workbench, env) => Require(
        State(workbench).Is(state => state.Type == FileSystemType.OpenZfs && state.IsSeen),
        $"{workbench} keeps its state at {workbench.SharedStoragePath()} on {State(workbench).Map(state => state.Label)} ({State(workbench).Map(state => state.Type)})"),
}
