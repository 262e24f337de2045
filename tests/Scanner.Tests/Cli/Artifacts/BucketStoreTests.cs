using System.Text;
using Amazon.S3;
using Scanner.Cli;
using Scanner.Cli.Artifacts;

namespace Scanner.Tests.Cli.Artifacts;

/// <summary>A prefix of a bucket, over a real socket.</summary>
public sealed class BucketStoreTests : IAsyncLifetime
{
    private readonly LoopbackS3 _s3 = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _s3.DisposeAsync();

    [Fact]
    public async Task What_is_written_is_read_listed_and_removed()
    {
        var store = Store();
        await store.Write("a b+ü%20.json", Bytes("one"), Cancel);
        await store.Write("a b+ü%20.json", Bytes("two"), Cancel);
        Assert.Equal("two", await Text(store, "a b+ü%20.json"));
        Assert.Equal(["kept/prod/a b+ü%20.json"], _s3.Objects.Keys);
        Assert.Equal("a b+ü%20.json", Assert.Single(await store.List(Cancel)).Name);
        await store.Remove("a b+ü%20.json", Cancel);
        await store.Remove("a b+ü%20.json", Cancel);
        Assert.Empty(await store.List(Cancel));
    }

    [Fact]
    public async Task Every_page_is_listed_and_nothing_below()
    {
        for (var i = 0; i < 25; i++) _s3.Objects[$"kept/prod/{i:00}"] = [];
        _s3.Objects["kept/prod/below/x"] = _s3.Objects["kept/production"] = [];
        _s3.PageSize = 10;
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"{i:00}"), (await Store().List(Cancel)).Select(a => a.Name));
    }

    [Fact]
    public async Task What_is_there_already_stays()
    {
        _s3.Objects["kept/prod/x"] = "first"u8.ToArray();
        await Store().Add("x", Bytes("second"), Cancel);
        await Store().Add("y", Bytes("third"), Cancel);
        Assert.Equal(("first", "third"), (await Text(Store(), "x"), await Text(Store(), "y")));
    }

    [Fact]
    public async Task A_server_without_conditions_is_written_to_all_the_same()
    {
        _s3.KnowsConditions = false;
        await Store().Add("x", Bytes("one"), Cancel);
        Assert.Equal("one", await Text(Store(), "x"));
        Assert.Equal(["PUT kept/prod/x", "PUT kept/prod/x", "GET kept/prod/x"], _s3.Requests);
    }

    [Theory]
    [InlineData("GET", "s3://ops/kept/prod/x: AccessDenied: AccessDenied says the server · allow s3:GetObject (what is not there looks the same to who may not s3:ListBucket)")]
    [InlineData("PUT", "s3://ops/kept/prod/x: AccessDenied: AccessDenied says the server · allow s3:PutObject")]
    [InlineData("DELETE", "s3://ops/kept/prod/x: AccessDenied: AccessDenied says the server · allow s3:DeleteObject")]
    public async Task A_refusal_names_the_permission(string method, string problem)
    {
        _s3.Objects["kept/prod/x"] = [];
        _s3.Denied.Add(method);
        var store = Store();
        Task Ask() => method switch { "GET" => store.Read("x", Cancel), "PUT" => store.Add("x", Bytes(""), Cancel), _ => store.Remove("x", Cancel) };
        Assert.Equal(problem, (await Assert.ThrowsAsync<UserErrorException>(Ask)).Message);
    }

    [Fact]
    public async Task A_refused_listing_names_its_permission()
    {
        _s3.Denied.Add("GET");
        Assert.Equal("s3://ops/kept/prod: AccessDenied: AccessDenied says the server · allow s3:ListBucket", (await Assert.ThrowsAsync<UserErrorException>(() => Store().List(Cancel))).Message);
    }

    [Fact]
    public async Task What_is_not_there_is_told()
    {
        Assert.Equal("s3://ops/kept/prod/x: there is no such object", (await Assert.ThrowsAsync<UserErrorException>(() => Store().Read("x", Cancel))).Message);
        Assert.Equal("s3://other/p/x: there is no bucket 'other'", (await Assert.ThrowsAsync<UserErrorException>(() => Store("s3://other/p").Read("x", Cancel))).Message);
        Assert.Equal("s3://other/p: there is no bucket 'other'", (await Assert.ThrowsAsync<UserErrorException>(() => Store("s3://other/p").List(Cancel))).Message);
    }

    [Fact]
    public async Task A_server_that_asks_to_slow_down_is_asked_again()
    {
        _s3.SlowDowns = 1;
        await Store(retries: 2).Write("x", Bytes("one"), Cancel);
        Assert.Equal("one", await Text(Store(), "x"));
        _s3.SlowDowns = 9;
        Assert.Equal("s3://ops/kept/prod/y: SlowDown: SlowDown says the server · scan again: later, or with more time", (await Assert.ThrowsAsync<UserErrorException>(() => Store().Write("y", Bytes(""), Cancel))).Message);
    }

    [Fact]
    public async Task An_answer_that_is_cut_is_no_answer()
    {
        _s3.Objects["kept/prod/x"] = new byte[1000];
        _s3.Cut = 10;
        Assert.StartsWith("s3://ops/kept/prod/x: ", (await Assert.ThrowsAsync<UserErrorException>(() => Store().Read("x", Cancel))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_writers_of_one_name_leave_one_of_them()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Store().Add("x", Bytes($"{i}"), Cancel)));
        Assert.InRange(int.Parse(await Text(Store(), "x"), System.Globalization.CultureInfo.InvariantCulture), 0, 19);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private BucketStore Store(string at = "s3://ops/kept/prod/", int retries = 0) => new(ArtifactAddress.Parse(at), new Lazy<IAmazonS3>(() => _s3.Client(retries)));

    private static Action<Stream> Bytes(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text));

    private static async Task<string> Text(BucketStore store, string name)
    {
        using var reader = new StreamReader(await store.Read(name, Cancel));
        return await reader.ReadToEndAsync(Cancel);
    }
}
