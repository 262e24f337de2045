using System.Text;
using Scanner.Collect.Declared;
using Scanner.Collect.Declared.Workbench;

namespace Scanner.Tests.Collect.Declared.Workbench;

/// <summary>Whatever is wrong with a file is one line with its place, and no secret.</summary>
public sealed class WorkbenchErrorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("www-port 8787", "conf/rserver.conf:1:1: neither key=value, section nor comment: www-port 8787")]
    [InlineData("a=1\n  [clu=ster]", "conf/rserver.conf:2:3: a section's name that cannot be read: [clu=ster]")]
    [InlineData("www-port=1\nwww-port=2", "conf/rserver.conf:2:1: www-port is set twice, differently: www-port=2")]
    [InlineData("password=canary1\npassword=canary2", "conf/rserver.conf:2:1: password is set twice, differently: password=***")]
    [InlineData("www-port=“8787”", "conf/rserver.conf:1:10: typographic quotes, as word processors write them: leave them out: www-port=“8787”")]
    [InlineData("# “fine”\n“www-port”=1", "conf/rserver.conf:2:1: typographic quotes, as word processors write them: leave them out: “www-port”=1")]
    [InlineData("a=1\nb=\0", "conf/rserver.conf:2:3: a NUL character, which no text has: b=\uFFFD")]
    [InlineData("a=1\rb=2", "conf/rserver.conf:1:4: a carriage return without a line feed: save the file with line feeds: a=1 b=2")]
    [InlineData("a=1\u2028b=2", "conf/rserver.conf:1:4: a Unicode line separator, which Workbench takes for no end of a line: a=1 b=2")]
    [InlineData("a=\u001b[31m", "conf/rserver.conf:1:3: a control character (U+001B): a=\uFFFD[31m")]
    public void Text(string text, string problem) => Assert.Equal(problem, Problem("rserver.conf", Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_stray_line_of_a_database_file_is_not_shown() =>
        Assert.Equal("conf/database.conf:2:1: neither key=value, section nor comment: ***", Problem("database.conf", "provider=postgresql\nhunter2\n"u8.ToArray()));

    [Fact]
    public void A_record_that_is_none() => Assert.Equal("conf/launcher-mounts:3:1: neither Key: value nor the rest of one: MountPath /home", Problem("launcher-mounts", "Path: /a\n# c\nMountPath /home\n"u8.ToArray()));

    [Fact]
    public void Bytes_that_are_no_text()
    {
        Assert.Equal("conf/rserver.conf:2:3: byte 0xFF is no UTF-8: save the file as UTF-8", Problem("rserver.conf", [.. "a=1\nb="u8, 0xFF]));
        Assert.Equal("conf/rserver.conf:1:1: is UTF-16: save it as UTF-8", Problem("rserver.conf", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a=1")]));
    }

    [Fact]
    public void Much_too_long()
    {
        Assert.StartsWith("conf/rserver.conf:1:16384: a line of more than 16 KB, which no such file has: a=xxx", Problem("rserver.conf", Encoding.UTF8.GetBytes("a=" + new string('x', 20_000))), StringComparison.Ordinal);
        using (var file = new FileStream(Path.Combine(_folder.FullName, "rserver.conf"), FileMode.Create)) file.SetLength(100L * 1024 * 1024);
        Assert.Equal("conf/rserver.conf: larger than 1024 KB, which no such file is", Read("rserver.conf"));
    }

    [Fact]
    public async Task Folders_and_names_that_are_none()
    {
        Assert.Equal("conf: no configuration file of Workbench is in it, such as rserver.conf", (await Assert.ThrowsAsync<DeclaredException>(() => ReadFiles.Of(new WorkbenchFormat(), new DeclaredInput(_folder.FullName, "conf")))).Message);
        Assert.Equal("conf/launcher-env: holds environment variables, which may be secret and are not read", Problem("launcher-env", "A=b"u8.ToArray()));
        Assert.StartsWith("conf/other.conf: no configuration file of Workbench has this name; expected rserver.conf", Problem("other.conf", "A=b"u8.ToArray()), StringComparison.Ordinal);
        Assert.StartsWith("conf/profiles: cannot be read: ", Read("profiles"), StringComparison.Ordinal);
    }

    private string Problem(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, name), bytes);
        return Read(name);
    }

    private string Read(string name) => ReadFiles.Problem(() => WorkbenchFile.Read(new(Path.Combine(_folder.FullName, name), $"conf/{name}")));
}
