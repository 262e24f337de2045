using Scanner.Check;

namespace Scanner.Tests.Check.Rules;

public sealed class RuleLibraryTests : IDisposable
{
    private const string Sound = "Require(tg.IsStickinessEnabled, $\"off on {tg}\")";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("library");

    private string Shipped => Path.Combine(_folder.FullName, "rules.dll");

    private string Cache => Path.Combine(_folder.FullName, "cache", "scanner");

    private string Mine => Path.Combine(_folder.FullName, "mine");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_users_rules_are_added_and_replace_by_id()
    {
        Ship("ACME-001", "ACME-002");
        Put("mine", "ACME-002", Sound);
        Put("mine", "ACME-003", Sound);
        var set = Library().Load([Mine]);
        Assert.Empty(set.Errors);
        Assert.Equal(["shipped/ACME-001", $"{Mine}/workbench/ACME-002-x.csx", $"{Mine}/workbench/ACME-003-x.csx"], set.Rules.Select(r => r.Path));
        Assert.Equal($"ACME-002: {Mine}/workbench/ACME-002-x.csx replaces shipped/ACME-002", Assert.Single(set.Notes));
    }

    [Fact]
    public void A_broken_replacement_does_not_bring_the_shipped_rule_back()
    {
        Ship("ACME-001", "ACME-002");
        Put("mine", "ACME-002", "tg.Nothing");
        var set = Library().Load([Mine]);
        Assert.Equal(["ACME-001"], set.Rules.Select(r => r.Id));
        Assert.Equal("CS1061", Assert.Single(set.Errors).Id);
    }

    [Fact]
    public void A_rule_that_would_stand_in_for_itself_is_an_error()
    {
        Ship("ACME-001");
        Put("mine", "ACME-002", Sound, supersedes: "ACME-002");
        Put("mine", "ACME-003", Sound, supersedes: "ACME-004");
        Put("mine", "ACME-004", Sound, supersedes: "ACME-003");
        Put("mine", "ACME-005", Sound, supersedes: "ACME-001");
        Assert.Equal(["ACME-002 supersedes itself, ", "ACME-003 supersedes itself by way of others, ", "ACME-004 supersedes itself by way of others, "],
            Library().Load([Mine]).Errors.Select(e => e.Message[..(e.Message.IndexOf(',', StringComparison.Ordinal) + 2)]));
    }

    [Fact]
    public void The_last_folder_counts()
    {
        Ship("ACME-001");
        Put("mine", "ACME-005", Sound);
        Put("theirs", "ACME-005", Sound);
        var theirs = Path.Combine(_folder.FullName, "theirs");
        var set = Library().Load([Mine, theirs]);
        Assert.Equal($"{theirs}/workbench/ACME-005-x.csx", set.Rules.Single(r => r.Id == "ACME-005").Path);
        Assert.Single(set.Notes);
    }

    [Fact]
    public void Missing_shipped_rules_are_an_error() => Assert.Equal("RULE008", Assert.Single(Library().Load([]).Errors).Id);

    [Fact]
    public void Compiled_rules_are_kept_and_a_damaged_entry_is_made_again()
    {
        Ship("ACME-001");
        Put("mine", "ACME-002", Sound);
        Assert.Equal(2, Library().Load([Mine]).Rules.Count);
        var entry = Assert.Single(Directory.GetFiles(Cache));
        var whole = File.ReadAllBytes(entry);
        foreach (var damaged in new[] { whole[..^1], [], [.. whole[..^1], (byte)(whole[^1] ^ 1)], whole[..32] })
        {
            File.WriteAllBytes(entry, damaged);
            Assert.Equal(2, Library().Load([Mine]).Rules.Count);
            Assert.Equal(whole, File.ReadAllBytes(entry));
        }
    }

    [Fact]
    public void A_changed_script_is_compiled_again()
    {
        Ship("ACME-001");
        Put("mine", "ACME-002", Sound);
        Library().Load([Mine]);
        Put("mine", "ACME-002", Sound.Replace("off on", "not on", StringComparison.Ordinal));
        Library().Load([Mine]);
        Assert.Equal(2, Directory.GetFiles(Cache).Length);
    }

    [Fact]
    public void One_changed_script_costs_one()
    {
        Ship("ACME-001");
        foreach (var id in new[] { "ACME-002", "ACME-003", "ACME-004" }) Put("mine", id, Sound);
        Library().Load([Mine]);
        Put("mine", "ACME-003", Sound.Replace("off on", "not on", StringComparison.Ordinal));
        Assert.Equal(["ACME-002", "ACME-004"], Assert.Single(Kept()).Scripts.Select(s => s.Id));

        foreach (var _ in new[] { 1, 2 }) Assert.Equal(["ACME-001", "ACME-002", "ACME-003", "ACME-004"], Library().Load([Mine]).Rules.Select(r => r.Id));
        Assert.Equal(["ACME-002 ACME-004", "ACME-003"], Kept().Select(k => string.Join(' ', k.Scripts.Select(s => s.Id))).Order(StringComparer.Ordinal));
        Assert.Equal(2, Directory.GetFiles(Cache).Length);
    }

    [Fact]
    public void A_rule_that_is_gone_is_gone()
    {
        Ship("ACME-001");
        foreach (var id in new[] { "ACME-002", "ACME-003" }) Put("mine", id, Sound);
        Library().Load([Mine]);
        File.Delete(Path.Combine(Mine, "workbench", "ACME-003-x.csx"));
        Assert.Equal(["ACME-001", "ACME-002"], Library().Load([Mine]).Rules.Select(r => r.Id));
    }

    [Fact]
    public void What_others_put_into_the_cache_is_passed_over()
    {
        Ship("ACME-001");
        Put("mine", "ACME-002", Sound);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Cache);
        else Directory.CreateDirectory(Cache, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Copy(typeof(RuleLibraryTests).Assembly.Location, Path.Combine(Cache, "foreign.rules"));
        File.WriteAllBytes(Path.Combine(Cache, "empty.rules"), []);
        foreach (var _ in new[] { 1, 2 }) Assert.Equal((2, 0, 0), (Library().Load([Mine]).Rules.Count, Library().Load([Mine]).Errors.Count, Library().Load([Mine]).Notes.Count));
        Assert.Single(Kept());
    }

    [Fact]
    public void Broken_scripts_are_not_kept()
    {
        Ship("ACME-001");
        Put("mine", "ACME-002", "tg.Nothing");
        Put("mine", "ACME-003", Sound);
        foreach (var _ in new[] { 1, 2 }) Assert.Single(Library().Load([Mine]).Errors);
        Assert.False(Directory.Exists(Cache));
    }

    [Fact]
    public void Without_a_cache_nothing_is_written()
    {
        Ship("ACME-001");
        Put("mine", "ACME-002", Sound);
        Assert.Equal(2, new RuleLibrary(Shipped, null).Load([Mine]).Rules.Count);
        Assert.False(Directory.Exists(Cache));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_a_note()
    {
        Ship("ACME-001");
        Put("mine", "ACME-002", Sound);
        File.WriteAllText(Path.Combine(_folder.FullName, "cache"), "a file where the folder should be");
        var set = Library().Load([Mine]);
        Assert.Equal(2, set.Rules.Count);
        Assert.Contains("compiled rules are not kept", Assert.Single(set.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_others_can_write_to_is_not_trusted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes");
        Ship("ACME-001");
        Put("mine", "ACME-002", Sound);
        Directory.CreateDirectory(Cache);
#pragma warning disable CA1416 // skipped on Windows above
        File.SetUnixFileMode(Cache, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);
#pragma warning restore CA1416
        Assert.Contains("others can write", Assert.Single(Library().Load([Mine]).Notes), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Cache));
    }

    [Fact]
    public async Task Many_at_once_see_whole_entries_only()
    {
        Ship("ACME-001");
        Put("mine", "ACME-002", Sound);
        var sets = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Library().Load([Mine]), TestContext.Current.CancellationToken)));
        Assert.All(sets, s => Assert.Equal((2, 0, 0), (s.Rules.Count, s.Errors.Count, s.Notes.Count)));
        Assert.Single(Directory.GetFiles(Cache));
    }

    private IReadOnlyList<KeptRules> Kept() => new RuleCache(Cache).Find(RuleFolder.Read(Mine).Scripts);

    private RuleLibrary Library() => new(Shipped, new RuleCache(Cache));

    private void Ship(params string[] ids) => File.WriteAllBytes(Shipped, RuleCompiler.Compile([.. ids.Select(id => Scripts.Checking(Sound) with { Id = id, Path = $"shipped/{id}" })]).Image!);

    private void Put(string folder, string id, string check, string? supersedes = null)
    {
        var directory = Directory.CreateDirectory(Path.Combine(_folder.FullName, folder, "workbench"));
        File.WriteAllText(Path.Combine(directory.FullName, $"{id}-x.csx"), Scripts.Checking(check).Text.Replace("Title = ", supersedes is null ? "Title = " : $"Supersedes = [\"{supersedes}\"], Title = ", StringComparison.Ordinal));
    }
}
