using Scanner.Collect.Workbench;
using Scanner.Model;

namespace Scanner.Tests.Collect.Workbench;

public sealed class ConfigurationTextTests
{
    [Fact]
    public void Lines_before_the_first_section_and_repeated_sections_keep_their_order()
    {
        const string text = "\r\n# who\r\nwww-port = 8787  # here\r\nwww-host-name=A\r\n; old\r\n[cluster]\r\nname=K8s\r\n\r\n[server]\nport=5559\n[ cluster ]\nname=Slurm\nempty=\n[@team one]\n[*]\npath=a=b#c\n";

        Assert.Equal("[] www-host-name=A, www-port=8787 [cluster] name=K8s [server] port=5559 [cluster] empty=, name=Slurm [@team one]  [*] path=a=b#c", Shown("launcher.conf", text));
    }

    [Fact]
    public void Records_are_separated_by_empty_lines_and_values_may_go_on()
    {
        const string text = "# mounts\nMountType: NFS\nHost: nfs.example.com\nPath:\n  a\n  b\n\n\nMountPath:/home\n";

        Assert.Equal("[] Host=nfs.example.com, MountType=NFS, Path=a\nb [] MountPath=/home", Shown("launcher-mounts", text));
    }

    [Theory]
    [InlineData("rserver.conf", "a=1\nwhat is this\n", "rserver.conf:2: neither key=value, section nor comment")]
    [InlineData("rserver.conf", "=1\n", "rserver.conf:1: neither key=value, section nor comment")]
    [InlineData("rserver.conf", "a b=1\n", "rserver.conf:1: neither key=value, section nor comment")]
    [InlineData("rserver.conf", "a=1\nb=1\na=2\n", "rserver.conf:3: a is set twice, differently")]
    [InlineData("launcher.conf", "[cluster\n", "launcher.conf:1: a section's name that cannot be read")]
    [InlineData("launcher.conf", "[https://u:PASS@h]\n", "launcher.conf:1: a section's name that cannot be read")]
    [InlineData("launcher.conf", "[//u:PASS@h]\n", "launcher.conf:1: a section's name that cannot be read")]
    [InlineData("launcher.conf", "[password: PASS]\n", "launcher.conf:1: a section's name that cannot be read")]
    [InlineData("launcher.conf", "[]\n", "launcher.conf:1: a section's name that cannot be read")]
    [InlineData("launcher-mounts", "  rest\n", "launcher-mounts:1: neither Key: value nor the rest of one")]
    [InlineData("launcher-mounts", "A: 1\nA: 2\n", "launcher-mounts:2: A is set twice, differently")]
    [InlineData("rsession.conf", "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC=\n", "rsession.conf:1: neither key=value, section nor comment")]
    public void Line_that_cannot_be_read_leaves_nothing_of_the_file(string name, string text, string problem)
    {
        var reading = ConfigurationText.Read(name, text);

        Assert.Null(reading.File);
        Assert.Equal((GapCause.Failed, problem), (reading.Refusal!.Cause, reading.Refusal.Detail));
    }

    [Fact]
    public void Key_that_is_set_twice_to_the_same_is_set() => Assert.Equal("[] a=1", Shown("rserver.conf", "a=1\na=1\n"));

    [Fact]
    public void File_that_is_too_large_is_not_read() => Assert.NotNull(ConfigurationText.Read("rserver.conf", new('#', ConfigurationText.Largest + 1)).Refusal);

    [Theory]
    [InlineData("password", "canary")]
    [InlineData("auth-openid-client-secret", "canary")]
    [InlineData("secure-cookie-key", "/canary")]
    [InlineData("secure-cookie-key-file", "canary")]
    [InlineData("args", "--host=0.0.0.0 --token canary")]
    [InlineData("connection-uri", "host=db user=x password=canary")]
    [InlineData("connection-uri", "postgres://u:canary/x@db/name")]
    [InlineData("connection-uri", "postgres://u:canary#x@db/name")]
    [InlineData("connection-uri", "postgres://u:canary")]
    [InlineData("connection-uri", "postgres://u:can ary@db/name")]
    [InlineData("uris", "postgres://u:canary@db/a,postgres://db/b")]
    [InlineData("x", "ghp_canary0123456789abcdefghijkl012345")]
    [InlineData("x", "eyJhbGciOiJIUzI1NiJ9.canary")]
    [InlineData("x", "3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("x", "-----BEGIN canary-----")]
    [InlineData("x", "{\"password\": \"canary\"}")]
    [InlineData("remark", "canary")]
    public void Value_that_may_be_secret_is_not_kept(string key, string value) => Assert.Equal($"[] {key}=(not kept)", Shown("rserver.conf", $"{key}={value}\n"));

    [Theory]
    [InlineData("connection-uri", "postgres://u:canary@db.example.com:5432/rstudio?sslmode=x&password1=canary", "postgres://db.example.com:5432/rstudio")]
    [InlineData("api-url", "https://workbench-db.cluster-c1a2b3c4d5e6.eu-west-1.rds.amazonaws.com/", null)]
    [InlineData("api-url", "https://hooks.example.com/canary0123456789abcdefghijkl", "https://hooks.example.com")]
    [InlineData("launcher-sessions-callback-address", "http://release-rstudio-workbench.rstudio.svc.cluster.local:80", null)]
    [InlineData("secure-cookie-key-file", "/mnt/secret-configmap/rstudio/secure-cookie-key", null)]
    [InlineData("container-images", "example/r-session-complete:R4.4.1-python3.12.6-ubuntu2204,example/x@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", null)]
    [InlineData("scratch-path", "fs-0123456789abcdef0", null)]
    [InlineData("job-json-overrides", "\"/spec/template/spec/volumes/-\":\"/mnt/job-json-overrides-new/defaultSessionVolumeMount.json\"", null)]
    public void Value_that_is_no_secret_is_kept(string key, string value, string? kept) => Assert.Equal($"[] {key}={kept ?? value}", Shown("rserver.conf", $"{key}={value}\n"));

    private static string Shown(string name, string text) =>
        string.Join(' ', ConfigurationText.Read(name, text).File!.Sections.AsEnumerable().Select(s => $"[{s.Name}] {s.Values}"));
}
