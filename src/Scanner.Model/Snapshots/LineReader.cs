using System.Security.Cryptography;

namespace Scanner.Model.Snapshots;

/// <summary>Lines of a stream as bytes, bounded in length, with a running checksum of the lines before the current one.</summary>
internal sealed class LineReader(Stream input, int longest, long largest) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private int _last;
    private long _total;

    /// <summary>The SHA-256, in lower-case hex, of all lines before the one read last.</summary>
    public string ChecksumBefore => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>The next line without its line break; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The line is longer than allowed.</exception>
    public ReadOnlyMemory<byte>? Next()
    {
        _hash.AppendData(_buffer, _start - _last, _last);
        _last = 0;
        for (var searched = 0; ;)
        {
            var newline = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (newline >= 0) return Take(searched + newline, 1);
            searched = _end - _start;
            if (searched > longest) throw new InvalidDataException($"the line is longer than {longest / (1024 * 1024)} MB");
            if (!Fill()) return searched == 0 ? default(ReadOnlyMemory<byte>?) : Take(searched, 0);
        }
    }

    public void Dispose() => _hash.Dispose();

    private ReadOnlyMemory<byte> Take(int length, int lineBreak)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length + lineBreak;
        _last = length + lineBreak;
        return line;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _total += read;
        if (_total > largest) throw new InvalidDataException($"more than {largest / (1024 * 1024)} MB, which no snapshot is");
        return read > 0;
    }
}
