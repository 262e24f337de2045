using Scanner.Tests.Collect;

namespace Scanner.Tests.Cli;

/// <summary>A person's machine, as far as AWS is concerned: a home folder with its .aws, and an environment whose every service is a recorded one.</summary>
internal sealed class AwsHome : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("scanner-home-");

    /// <param name="aws">Who answers for every service; null where nothing may be asked.</param>
    public AwsHome(RecordedAws? aws)
    {
        Directory.CreateDirectory(Path(".aws", "sso", "cache"));
        Environment = new()
        {
            ["HOME"] = _home.FullName,
            ["AWS_ENDPOINT_URL"] = aws?.Url.ToString() ?? "http://127.0.0.1:1",
            ["AWS_REGION"] = "us-east-1",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
    }

    /// <summary>What the process gets.</summary>
    public Dictionary<string, string> Environment { get; }

    public string Path(params string[] parts) => System.IO.Path.Combine([_home.FullName, .. parts]);

    public AwsHome With(string variable, string value)
    {
        Environment[variable] = value;
        return this;
    }

    /// <summary>Writes a file of the home folder.</summary>
    public AwsHome Write(string file, string text)
    {
        File.WriteAllText(Path(file), text);
        return this;
    }

    /// <summary>Writes a script that can be run.</summary>
    public string Script(string name, string text)
    {
        File.WriteAllText(Path(name), "#!/bin/sh\n" + text + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path(name), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return Path(name);
    }

    public Task<ScannerProcess.Result> Run(params string[] arguments) => ScannerProcess.Run(_home.FullName, Environment, arguments);

    public void Dispose() => _home.Delete(recursive: true);
}
