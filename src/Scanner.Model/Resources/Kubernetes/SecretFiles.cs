namespace Scanner.Model;

/// <summary>The names of the files that a Secret holds, as the files say that declare it. What stands in them is not read.</summary>
/// <param name="Secret">Its name, in the namespace of the workload that this is said of.</param>
/// <param name="Files">Its keys.</param>
public sealed record SecretFiles(string Secret, Items<string> Files);
