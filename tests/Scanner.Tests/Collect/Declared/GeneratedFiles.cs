using Scanner.Collect.Declared;

namespace Scanner.Tests.Collect.Declared;

/// <summary>Files made of words by chance, and good ones with a few words out of place: each is read, or refused with one line that says where.</summary>
internal static class GeneratedFiles
{
    public const int Inputs = 100_000;

    public static void Each(int seed, int most, string[] words, string good, ITestOutputHelper output, Action<DeclaredText> read)
    {
        var (random, refused) = (new Random(seed), 0);
        for (var i = 0; i < Inputs; i++)
        {
            var text = i % 2 == 0 ? string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => words[random.Next(words.Length)])) : Changed(good, words, random);
            try
            {
                read(new("f", text));
            }
            catch (DeclaredException e)
            {
                refused++;
                Assert.Matches("^f:[1-9][0-9]*:[1-9][0-9]*: ", e.Message);
                Assert.DoesNotContain('\n', e.Message);
            }
        }
        Assert.InRange(refused, 1, Inputs * 9 / 10);
        output.WriteLine($"{Inputs} inputs of seed {seed}, {refused} refused");
    }

    private static string Changed(string good, string[] words, Random random)
    {
        for (var change = random.Next(4); change > 0; change--)
        {
            var (at, length) = (random.Next(good.Length + 1), random.Next(12));
            var cut = good.Remove(at, Math.Min(random.Next(2) * length, good.Length - at));
            good = random.Next(2) == 0 ? cut : cut.Insert(Math.Min(at, cut.Length), words[random.Next(words.Length)]);
        }
        return good;
    }
}
