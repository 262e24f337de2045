namespace Scanner.Collect.Declared.Terraform;

/// <summary>How many characters of a UTF-8 text stand before some byte: Terraform writes files of one line, which nobody can count through for each place in it.</summary>
internal sealed class CharacterCounts
{
    private const int Step = 4096;

    private readonly byte[] _bytes;
    private readonly int[] _before;

    public CharacterCounts(byte[] bytes)
    {
        (_bytes, _before) = (bytes, new int[(bytes.Length / Step) + 1]);
        for (var i = 1; i < _before.Length; i++) _before[i] = _before[i - 1] + Count(bytes.AsSpan((i - 1) * Step, Step));
    }

    /// <summary>The UTF-16 characters before a byte that begins one.</summary>
    public int Before(int offset) => _before[offset / Step] + Count(_bytes.AsSpan(offset / Step * Step, offset % Step));

    /// <summary>A character begins with what continues none; one of four bytes is two of UTF-16.</summary>
    private static int Count(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes) count += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
        return count;
    }
}
