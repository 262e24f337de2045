namespace Scanner.Check.Testing;

/// <summary>A mutation that does not fit its world, so that the test would prove nothing.</summary>
public sealed class MutationException(string message) : Exception(message);
